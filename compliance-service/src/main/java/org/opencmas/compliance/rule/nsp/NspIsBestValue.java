package org.opencmas.compliance.rule.nsp;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;

/** NSP-BEST-VALUE: an order with NSP items is stopped until a person says that it is the best value alternative; an amendment, where it adds or changes one. */
public record NspIsBestValue() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return NspText.NSP_BEST_VALUE;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return NspLines.whyNot(facts)
                .or(() -> asked(facts).isEmpty()
                        ? Optional.of("The NSP items are those of the version that was issued before.")
                        : Optional.empty());
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<OrderLine> asked = asked(facts);
        return List.of(Outcome.needsAttestation(
                        "Whether the order is the best value alternative with its NSP items is for a person to say.")
                .on(asked)
                .remedy("Attest with the reason that it is with %s, or buy outside CMAS.", Phrases.lines(asked)));
    }

    private static List<OrderLine> asked(OrderFacts facts) {
        return facts.notIssuedBefore(OrderLine::nsp);
    }
}
