package org.opencmas.order.account.terms;

import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.terms.Usd;

/**
 * What the bonds of an order come to that are recorded and were not replaced.
 *
 * @param performance faithful performance bonds, US dollars
 * @param payment payment bonds, US dollars
 * @param mostPublicWorksWithoutBond what public works come to at most that need no payment bond, by the figure of the order's day, US dollars
 */
public record RecordedBonds(Usd performance, Usd payment, Usd mostPublicWorksWithoutBond) {
    /**
     * What the payment bond comes to at least: the price of the whole order before tax, where its public works come to more than the figure
     * (PW-BOND-TRIGGER, PW-BOND-AMOUNT); else zero.
     */
    public Usd leastPaymentBond(OrderDocument order) {
        return order.publicWorks().isAtMost(mostPublicWorksWithoutBond)
                ? Usd.ZERO
                : order.amounts().subtotalExcludingTax();
    }

    /** What the payment bonds come to: one that is told with the order itself counts like a recorded one. */
    public Usd paymentOf(OrderDocument order) {
        Usd told = order.paymentBondTold();
        return payment.isAtMost(told) ? told : payment;
    }

    /** Whether an order has less of a payment bond than it has to have. */
    public boolean lacksPaymentBond(OrderDocument order) {
        return !leastPaymentBond(order).isAtMost(paymentOf(order));
    }
}
