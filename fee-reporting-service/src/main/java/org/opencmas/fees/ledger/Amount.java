package org.opencmas.fees.ledger;

import org.opencmas.terms.Usd;

/**
 * What stands, or is posted, in one dimension. Any figure may be negative.
 *
 * @param base dollars before tax and freight
 * @param feeDue the exact fee that the contractor owes, not rounded
 * @param feeWaived the exact fee that a small business does not owe, not rounded
 * @param orders 1 where an order first names the agreement, else 0
 */
public record Amount(Usd base, Usd feeDue, Usd feeWaived, int orders) {
    public static final Amount ZERO = new Amount(Usd.ZERO, Usd.ZERO, Usd.ZERO, 0);

    public Amount plus(Amount other) {
        return new Amount(
                base.plus(other.base),
                feeDue.plus(other.feeDue),
                feeWaived.plus(other.feeWaived),
                orders + other.orders);
    }

    public Amount minus(Amount other) {
        return new Amount(
                base.minus(other.base),
                feeDue.minus(other.feeDue),
                feeWaived.minus(other.feeWaived),
                orders - other.orders);
    }

    public boolean isZero() {
        return base.isZero() && feeDue.isZero() && feeWaived.isZero() && orders == 0;
    }
}
