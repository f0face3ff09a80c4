package org.opencmas.compliance.rule.invoice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/**
 * What the order, and the CMAS it is on, say that payment depends on. What is null was not said.
 *
 * @param number the agency's own number of the order document
 * @param orderDate the date on it
 * @param acceptsCalCard whether the CMAS says that the contractor takes the State's purchase card
 * @param markedCalCard whether the order says that it is paid by that card
 * @param advancePaymentProvision whether the order has a provision on payment in advance
 * @param includesConsumables whether its maintenance includes consumables
 * @param travel its travel lines
 */
public record OrderTerms(
        @Nullable String number,
        @Nullable LocalDate orderDate,
        @Nullable Boolean acceptsCalCard,
        @Nullable Boolean markedCalCard,
        @Nullable Boolean advancePaymentProvision,
        @Nullable Boolean includesConsumables,
        @Nullable List<OrderedTravel> travel) {
    /** Where nothing is said of the order. */
    public static final OrderTerms UNKNOWN = new OrderTerms(null, null, null, null, null, null, null);

    /**
     * A travel line of the order.
     *
     * @param lineId the order line's own id
     * @param amount what the order allows for it, US dollars
     * @param billedBefore what earlier invoices billed of it, US dollars
     */
    public record OrderedTravel(String lineId, Usd amount, Usd billedBefore) {}
}
