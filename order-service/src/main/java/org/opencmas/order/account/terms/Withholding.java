package org.opencmas.order.account.terms;

import java.math.RoundingMode;
import java.util.Set;
import org.opencmas.terms.Usd;

/**
 * What is withheld of progress payments (PP-IT-SPECIAL, PP-GOODS-SPECIAL, PP-NONIT-SERVICES, PP-WITHHOLD-BASE): at least the share of the
 * price until final acceptance, and at least the share of what is earned so far. It is rounded up to the cent, so that rounding never
 * lowers the share. The database works out the same.
 *
 * @param price the order's, US dollars before tax and freight
 * @param completedTasks keys of the tasks that are complete
 */
public record Withholding(ProgressTerms terms, Usd price, Set<String> completedTasks) {
    /** The worth of the tasks whose withhold may be paid: separate and distinct ones that are complete, of services. */
    Usd released() {
        return terms.kind() != ProgressTerms.Kind.NON_IT_SERVICES
                ? Usd.ZERO
                : Usd.sum(terms.tasks().stream()
                        .filter(task -> task.separateAndDistinct() && completedTasks.contains(task.key()))
                        .map(ProgressTerms.Task::amount)
                        .toList());
    }

    /** What stays withheld of the whole price before final acceptance: 12,000.00 of 120,000.00 at 10%. */
    public Usd leastOfPrice() {
        return part(price.minus(released()));
    }

    /** What all payments together may come to before final acceptance: 108,000.00 of 120,000.00 at 10%. */
    public Usd mostPaid() {
        return price.minus(leastOfPrice());
    }

    /** What has to be withheld of what is earned so far, paid and withheld together. */
    public Usd leastOf(Usd earned) {
        return part(earned.minus(released()));
    }

    private Usd part(Usd base) {
        return base.isNegative() ? Usd.ZERO : base.times(terms.shareAt(price)).cents(RoundingMode.UP);
    }
}
