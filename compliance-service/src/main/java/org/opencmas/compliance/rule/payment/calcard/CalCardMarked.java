package org.opencmas.compliance.rule.payment.calcard;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.BillFacts;
import org.opencmas.compliance.rule.outcome.Outcome;

/** PAY-CALCARD-MARK: an order that is paid by CAL-Card says so. */
public record CalCardMarked<F extends BillFacts>() implements Rule<F> {
    @Override
    public RuleText text() {
        return CalCardText.PAY_CALCARD_MARK;
    }

    @Override
    public Optional<String> whyNotApplicable(F facts) {
        return CalCard.whyNot(facts.bill());
    }

    @Override
    public List<Outcome> check(F facts) {
        Boolean marked = facts.bill().order().markedCalCard();
        if (marked == null) {
            return List.of(Outcome.undetermined("Whether the order says that it is paid by CAL-Card is not said.")
                    .remedy("Look at the order, and say so."));
        }
        return List.of(
                marked
                        ? Outcome.pass("The order says that it is paid by CAL-Card.")
                        : Outcome.warn("The order does not say that it is paid by CAL-Card.")
                                .remedy("Note on the order that payment was by CAL-Card."));
    }
}
