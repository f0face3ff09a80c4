package org.opencmas.order.purchaseorder.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.LineKind;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.orderbody.OrderLine.Heading;
import org.opencmas.orderbody.OrderLine.Item;
import org.opencmas.orderbody.OrderLine.Nature;
import org.opencmas.orderbody.OrderLine.Price;
import org.opencmas.orderbody.OrderLine.Support;
import org.opencmas.orderbody.ServiceCategory;
import org.opencmas.orderbody.particulars.Coding;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * A line as its JSON has it, flat, which is read at less than half the cost of groups that are looked for one after the other. Only the reader of
 * that JSON makes one, and it goes by the names.
 */
record StoredLine(
        String lineId,
        CmasNumber cmasNumber,
        @Nullable String cmasNumberAsPrinted,
        boolean nsp,
        @Nullable String itemId,
        String description,
        @Nullable String manufacturer,
        String unit,
        BigDecimal quantity,
        Usd unitPrice,
        Usd amount,
        LineKind kind,
        @Nullable ServiceCategory serviceCategory,
        boolean lumpSum,
        boolean publicWorks,
        List<String> supportsLineIds,
        @Nullable String nspReason,
        @Nullable String orderToLocation,
        @Nullable Coding coding,
        int subNumber,
        LocalDate pricedOn) {
    OrderLine ordered() {
        return new OrderLine(
                new Heading(lineId, cmasNumber, cmasNumberAsPrinted, nsp),
                new Item(itemId, description, manufacturer, unit),
                new Price(quantity, unitPrice, amount),
                new Nature(kind, serviceCategory, lumpSum, publicWorks),
                new Support(supportsLineIds, nspReason),
                orderToLocation,
                coding);
    }
}
