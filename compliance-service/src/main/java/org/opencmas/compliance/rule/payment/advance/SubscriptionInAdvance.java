package org.opencmas.compliance.rule.payment.advance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.Bill;
import org.opencmas.compliance.rule.invoice.BillFacts;
import org.opencmas.compliance.rule.invoice.BilledLine;
import org.opencmas.compliance.rule.invoice.LineType;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;

/** PAY-ADVANCE-SUBSCRIPTION: a subscription is paid in advance only where the order has a provision on payment in advance. */
public record SubscriptionInAdvance<F extends BillFacts>() implements Rule<F> {
    @Override
    public RuleText text() {
        return AdvanceText.PAY_ADVANCE_SUBSCRIPTION;
    }

    @Override
    public Optional<String> whyNotApplicable(F facts) {
        return facts.bill().lines() == null
                ? Optional.of("No lines were sent, so nothing is asked of subscriptions.")
                : Advance.whyNone(facts.bill(), subscriptions(facts.bill()), "a subscription");
    }

    @Override
    public List<Outcome> check(F facts) {
        Bill bill = facts.bill();
        List<BilledLine> asked = subscriptions(bill);
        Stream<Trouble> early = Advance.early(bill, asked).flatMap(line -> judge(bill, line).stream());
        return Outcomes.orPass(
                Stream.concat(Advance.missing(bill, asked), early),
                Outcome.pass("Subscriptions are paid in advance only as the order provides."));
    }

    private static List<BilledLine> subscriptions(Bill bill) {
        return bill.lines(type -> type == LineType.SUBSCRIPTION || type == LineType.HOSTED_SOFTWARE);
    }

    private static Optional<Trouble> judge(Bill bill, BilledLine line) {
        Boolean provision = bill.order().advancePaymentProvision();
        if (provision == null) {
            Trouble unknown = Outcome.undetermined(
                            "Line %s is paid in advance, and whether the order provides for that is not said.",
                            line.lineId())
                    .remedy("Look for a provision on payment in advance in the order, and say so.");
            return Optional.of(Advance.shown(unknown, bill, line));
        }
        if (!provision) {
            Trouble without = Outcome.fail(
                            "Line %s is paid in advance, and the order has no provision on that.", line.lineId())
                    .remedy("Pay line %s after its last day, or amend the order first.", line.lineId());
            return Optional.of(Advance.shown(without, bill, line));
        }
        if (line.type() == LineType.HOSTED_SOFTWARE) {
            Trouble open = Outcome.needsAttestation(
                            "Line %s is hosted software, which nobody has called a subscription.", line.lineId())
                    .remedy("Attest that its fee is a license fee, or send the line as SUBSCRIPTION.");
            return Optional.of(Advance.shown(open, bill, line));
        }
        return Optional.empty();
    }
}
