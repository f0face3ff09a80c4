package org.opencmas.compliance.rule.purchaseorder.known;

import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/**
 * An item on a CMAS price list.
 *
 * @param price CMAS price, US dollars per unit
 * @param basePrice price of the base contract, US dollars per unit; null when not recorded
 */
public record PricedItem(
        String itemId,
        String description,
        String unit,
        Usd price,
        @Nullable Usd basePrice) {
    /** The most an order may pay: the lower of CMAS price and base price. */
    public Usd ceiling() {
        return basePrice != null && basePrice.compareTo(price) < 0 ? basePrice : price;
    }
}
