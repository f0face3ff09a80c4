package org.opencmas.order.purchaseorder.plausibility;

import java.util.Objects;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.terms.Identifier;

/** What makes two lines buy the same: the agreement, the item's code or else its description, and the unit. */
final class ItemKey {
    private ItemKey() {}

    static String of(OrderLine line) {
        String item = Objects.requireNonNullElse(line.itemId(), line.description());
        return line.cmasNumber().canonical() + "|" + Identifier.keyOf(item) + "|" + Identifier.keyOf(line.unit());
    }
}
