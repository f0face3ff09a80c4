package org.opencmas.fees.report.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.rate.Rate;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

/** One line of a report: an order, an amendment of one, a rejection or a termination, with its fee worked out in the open. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "QuarterlyReportLine")
public record StatementLine(
        UUID orderId,
        int documentVersion,
        Cause cause,
        UUID agencyId,
        String agencyName,
        AgencyType agencyType,

        String purchaseOrderNumber,

        int amendmentNumber,

        LocalDate purchaseOrderDate,

        LocalDate changedOn,

        @Nullable LocalDate rejectedOn,

        CalendarQuarter belongsToQuarter,

        Usd totalExcludingTaxAndFreight,

        Rate rate,

        Treatment treatment,

        Usd fee,

        Usd feeWaived,

        String working,

        @Nullable Waiver waiver) {

    /** The certificate that was valid on the order date. */
    @Schema(name = "FeeWaiver")
    public record Waiver(String type, String certificateNumber, LocalDate validFrom, LocalDate validThrough) {}
}
