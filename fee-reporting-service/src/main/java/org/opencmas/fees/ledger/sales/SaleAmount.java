package org.opencmas.fees.ledger.sales;

import org.opencmas.terms.Usd;

/**
 * What was bought in one dimension, or is entered. Any figure may be negative.
 *
 * @param sales dollars before tax and freight
 * @param nsp of the sales, for items that are not specifically priced
 * @param calCard of the sales, paid by CAL-Card
 * @param withoutDetail of the sales, of which neither of these two is known
 * @param feeDue the exact fee owed, not rounded; zero while it cannot be worked out
 * @param feeWaived the exact fee that a small business does not owe
 * @param orders 1 where an order first names the agreement, -1 where it ceases to count, else 0
 */
public record SaleAmount(Usd sales, Usd nsp, Usd calCard, Usd withoutDetail, Usd feeDue, Usd feeWaived, int orders) {
    static final SaleAmount ZERO = new SaleAmount(Usd.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO, Usd.ZERO, 0);

    SaleAmount plus(SaleAmount other) {
        return new SaleAmount(
                sales.plus(other.sales),
                nsp.plus(other.nsp),
                calCard.plus(other.calCard),
                withoutDetail.plus(other.withoutDetail),
                feeDue.plus(other.feeDue),
                feeWaived.plus(other.feeWaived),
                orders + other.orders);
    }

    SaleAmount minus(SaleAmount other) {
        return new SaleAmount(
                sales.minus(other.sales),
                nsp.minus(other.nsp),
                calCard.minus(other.calCard),
                withoutDetail.minus(other.withoutDetail),
                feeDue.minus(other.feeDue),
                feeWaived.minus(other.feeWaived),
                orders - other.orders);
    }
}
