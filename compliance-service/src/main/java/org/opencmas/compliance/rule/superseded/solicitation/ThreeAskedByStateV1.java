package org.opencmas.compliance.rule.superseded.solicitation;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** SOL-MIN3-STATE, version 1. A contractor told without its id was not compared with the record of the order's contractor. */
public record ThreeAskedByStateV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = AskedByState.text(
            1,
            "To seek is not to receive: who was asked counts, whatever was answered. Contractors count once however many CMAS they"
                    + " hold. That no certified one was available is documented by its reason. On a total below the amount of the"
                    + " State Contracting Manual 1607.2 one contractor will do; a total equal to it needs all. Asked of the"
                    + " original order: an amendment seeks no offers.");
    private static final AskedByState ASKED =
            new AskedByState((facts, one) -> facts.order().contractorId().equals(one.contractorId()), false);

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return AskedByState.whyNotApplicable(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return ASKED.check(facts);
    }
}
