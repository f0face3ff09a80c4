package org.opencmas.compliance.facts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.purchaseorder.Coding;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Classified;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Heading;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Item;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Nature;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Price;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Support;
import org.opencmas.compliance.rule.purchaseorder.OrderLine.Terms;
import org.opencmas.compliance.rule.purchaseorder.ServiceCategory;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * An order's line as facts keep it, flat, which is read at less than half the cost of groups that are looked for one after the other. Only the
 * reader of that JSON makes one, and it goes by the names.
 */
record KeptLine(
        String lineId,
        @Nullable CmasNumber cmas,
        @Nullable String cmasAsPrinted,
        boolean nsp,
        @Nullable String itemId,
        String description,
        String unit,
        BigDecimal quantity,
        Usd unitPrice,
        Usd amount,
        LineKind kind,
        boolean lumpSum,
        boolean publicWorks,
        List<String> supportsLineIds,
        @Nullable String nspReason,
        @Nullable String orderToLocation,
        LocalDate pricedOn,
        @Nullable ServiceCategory serviceCategory,
        @Nullable Coding coding) {
    /** Makes the line that the rules know. */
    static final class AsJudged extends StdConverter<KeptLine, OrderLine> {
        @Override
        public OrderLine convert(KeptLine kept) {
            return kept.line();
        }
    }

    /** How a line is written: flat, as it was kept and answered before it had groups. */
    @JsonDeserialize(converter = AsJudged.class)
    interface Flat {
        @JsonUnwrapped
        Heading heading();

        @JsonUnwrapped
        Item item();

        @JsonUnwrapped
        Price price();

        @JsonUnwrapped
        Nature nature();

        @JsonUnwrapped
        Support support();

        @JsonUnwrapped
        Terms terms();

        @JsonUnwrapped
        Classified classified();
    }

    private OrderLine line() {
        return new OrderLine(
                new Heading(lineId, cmas, cmasAsPrinted, nsp),
                new Item(itemId, description, unit),
                new Price(quantity, unitPrice, amount),
                new Nature(kind, lumpSum, publicWorks),
                new Support(supportsLineIds, nspReason),
                new Terms(orderToLocation, pricedOn),
                new Classified(serviceCategory, coding));
    }
}
