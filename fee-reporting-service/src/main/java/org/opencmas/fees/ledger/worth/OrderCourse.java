package org.opencmas.fees.ledger.worth;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.opencmas.fees.facts.OrderChange;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * What each change of an order added under one agreement, before buyer and rate are looked at.
 *
 * @param steps the changes that brought something, in their sequence
 */
public record OrderCourse(List<Step> steps) {
    public OrderCourse {
        steps = List.copyOf(steps);
    }

    /**
     * What one change brought.
     *
     * @param base dollars before tax and freight, signed
     * @param orders 1 where the order comes to count under the agreement, -1 where it ceases to, else 0
     */
    record Step(OrderChange change, Usd base, int orders) {
        /** The quarter of the order date, of the amendment's date, or of the rejection or termination. */
        CalendarQuarter belongsTo() {
            return CalendarQuarter.of(change.effectiveOn());
        }
    }

    /** @param history in its sequence */
    static OrderCourse of(List<OrderChange> history, CmasNumber agreement) {
        List<Step> steps = new ArrayList<>();
        var before = new Standing(Usd.ZERO, false, false);
        for (OrderChange change : history) {
            Standing after = before.after(change, agreement);
            var step = new Step(change, after.subtotal.minus(before.subtotal), after.orders() - before.orders());
            if (!step.base.isZero() || step.orders != 0) {
                steps.add(step);
            }
            before = after;
        }
        return new OrderCourse(steps);
    }

    /** What the order comes to now under the agreement. */
    public Usd base() {
        return Usd.sum(steps.stream().map(Step::base).toList());
    }

    /** The quarters that something belongs to, in time. */
    public Stream<CalendarQuarter> quarters() {
        return steps.stream().map(Step::belongsTo).distinct().sorted();
    }

    /**
     * Where the order stands after some of its changes.
     *
     * @param named whether a document that was not rejected has named the agreement: then it counts as an order
     * @param rejected whether nothing was issued since the contractor rejected the order
     */
    private record Standing(Usd subtotal, boolean named, boolean rejected) {
        Standing after(OrderChange change, CmasNumber agreement) {
            return switch (change.cause()) {
                case REJECTION -> new Standing(Usd.ZERO, false, true);
                case ORIGINAL, AMENDMENT ->
                    new Standing(
                            change.subtotal(agreement),
                            named || change.subtotals().containsKey(agreement),
                            false);
                case TERMINATION -> rejected ? this : new Standing(change.subtotal(agreement), named, false);
            };
        }

        int orders() {
            return named ? 1 : 0;
        }
    }
}
