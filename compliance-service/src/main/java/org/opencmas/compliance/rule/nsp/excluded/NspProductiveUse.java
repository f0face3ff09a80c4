package org.opencmas.compliance.rule.nsp.excluded;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.nsp.NspLines;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;

/** NSP-EXCL-PRODUCTIVE-USE: whether NSP items meet the Productive Use Requirements is for a person to say. */
public record NspProductiveUse() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return ExcludedText.NSP_EXCL_PRODUCTIVE_USE;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return NspLines.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<OrderLine> nsp = facts.order().nspLines();
        return List.of(Outcome.needsAttestation(
                        "Whether NSP items meet the Productive Use Requirements is for a person to say.")
                .on(nsp)
                .remedy(
                        "Attest that %s meets the Productive Use Requirements in the terms of the CMAS.",
                        Phrases.lines(nsp)));
    }
}
