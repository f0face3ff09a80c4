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
 * @param steps the changes that brought something, if only another share, in their sequence
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
     * @param share what of the base is told apart, signed
     */
    public record Step(OrderChange change, Usd base, int orders, Share share) {
        /** The quarter of the order date, of the amendment's date, or of the rejection or termination. */
        public CalendarQuarter belongsTo() {
            return CalendarQuarter.of(change.effectiveOn());
        }

        /** Whether the order is worth another amount after it, or counts otherwise. */
        boolean movesWorth() {
            return !base.isZero() || orders != 0;
        }
    }

    /**
     * Parts of an amount, which overlap.
     *
     * @param nsp for items that are not specifically priced
     * @param calCard paid by CAL-Card
     * @param withoutDetail of which the other two are not known
     */
    public record Share(Usd nsp, Usd calCard, Usd withoutDetail) {
        static final Share NONE = new Share(Usd.ZERO, Usd.ZERO, Usd.ZERO);

        static Share of(OrderChange change, CmasNumber agreement) {
            OrderChange.Detail detail = change.detail();
            Usd subtotal = change.subtotal(agreement);
            return detail == null
                    ? new Share(Usd.ZERO, Usd.ZERO, subtotal)
                    : new Share(
                            detail.nsp().getOrDefault(agreement, Usd.ZERO),
                            detail.calCard() ? subtotal : Usd.ZERO,
                            Usd.ZERO);
        }

        Share minus(Share other) {
            return new Share(
                    nsp.minus(other.nsp), calCard.minus(other.calCard), withoutDetail.minus(other.withoutDetail));
        }
    }

    /** @param history in its sequence */
    public static OrderCourse of(List<OrderChange> history, CmasNumber agreement) {
        List<Step> steps = new ArrayList<>();
        var before = new Standing(Usd.ZERO, false, false, Share.NONE);
        for (OrderChange change : history) {
            Standing after = before.after(change, agreement);
            var step = new Step(
                    change,
                    after.subtotal.minus(before.subtotal),
                    after.orders() - before.orders(),
                    after.share.minus(before.share));
            if (step.movesWorth() || !step.share.equals(Share.NONE)) {
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
        return steps.stream()
                .filter(Step::movesWorth)
                .map(Step::belongsTo)
                .distinct()
                .sorted();
    }

    /**
     * Where the order stands after some of its changes.
     *
     * @param named whether a document that was not rejected has named the agreement: then it counts as an order
     * @param rejected whether nothing was issued since the contractor rejected the order
     */
    private record Standing(Usd subtotal, boolean named, boolean rejected, Share share) {
        Standing after(OrderChange change, CmasNumber agreement) {
            return switch (change.cause()) {
                case REJECTION -> new Standing(Usd.ZERO, false, true, Share.NONE);
                case ORIGINAL, AMENDMENT ->
                    new Standing(
                            change.subtotal(agreement),
                            named || change.subtotals().containsKey(agreement),
                            false,
                            Share.of(change, agreement));
                case TERMINATION ->
                    rejected
                            ? this
                            : new Standing(change.subtotal(agreement), named, false, Share.of(change, agreement));
            };
        }

        int orders() {
            return named ? 1 : 0;
        }
    }
}
