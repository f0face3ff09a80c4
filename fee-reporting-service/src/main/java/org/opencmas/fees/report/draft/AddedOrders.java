package org.opencmas.fees.report.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.fees.rate.Rate;

/**
 * Orders that a report adds and that are too many to stand in it: they are listed page by page. What is filed holds the rates that the fees
 * were worked out with, so that the listed fees stay as they were filed.
 *
 * @param count more than {@value ReportDraft#MOST_IN_DOCUMENT}
 * @param fileSha256 of the file that they came in, hexadecimal
 * @param rates for each order date of a local order whose fee the contractor does not state, earliest first
 */
@Schema(name = "AddedOrders")
public record AddedOrders(int count, String fileSha256, List<DatedRate> rates) {
    public AddedOrders {
        rates = List.copyOf(rates);
    }

    /** @param rate zero where a small-business certificate was valid on the day */
    @Schema(name = "AddedOrderRate")
    public record DatedRate(LocalDate purchaseOrderDate, Rate rate) {}

    /** The rates by order date. */
    public static Map<LocalDate, Rate> byDate(List<DatedRate> rates) {
        return rates.stream().collect(Collectors.toMap(DatedRate::purchaseOrderDate, DatedRate::rate));
    }
}
