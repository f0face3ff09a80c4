package org.opencmas.compliance.rule.progresspayment;

import org.opencmas.compliance.rule.invoice.Withholding;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.terms.Usd;

/** Judges all payments together against what may be paid of the price. */
final class PaidOfPrice {
    private PaidOfPrice() {}

    static Outcome judge(Withholding of) {
        return found(of)
                .with("price", of.price())
                .with("paid", of.paid())
                .with("withholdAtLeast", of.leastOfPrice())
                .with("payAtMost", of.mostPaid());
    }

    private static Outcome found(Withholding of) {
        String withheld = of.accepted() ? "All is finally accepted" : "%s stays withheld".formatted(of.leastOfPrice());
        if (of.paid().isAtMost(of.mostPaid())) {
            return Outcome.pass(
                    "Payments of %s are at most %s of the price of %s. %s.",
                    of.paid(), of.mostPaid(), of.price(), withheld);
        }
        Usd excess = of.paid().minus(of.mostPaid());
        return Outcome.fail(
                        "Payments of %s are more than %s of the price of %s. %s.",
                        of.paid(), of.mostPaid(), of.price(), withheld)
                .with("excess", excess)
                .remedy("Lower this payment by %s.", excess);
    }
}
