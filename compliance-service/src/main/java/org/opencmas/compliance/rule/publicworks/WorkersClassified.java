package org.opencmas.compliance.rule.publicworks;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.PublicWorks;

/** PW-WAGE-CLASS: an order with public works names at least one craft, classification or type of worker. */
public record WorkersClassified() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return PublicWorksText.PW_WAGE_CLASS;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return PublicWorksLines.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<String> told = PublicWorksLines.told(facts, PublicWorks::workerClassifications);
        return List.of(
                told.isEmpty()
                        ? Outcome.needsAttestation("No craft, classification or type of worker is named.")
                                .on(PublicWorksLines.of(facts))
                                .remedy("Name the classifications that the agency determined, or attest that it did.")
                        : Outcome.pass("The agency determined: %s.", Phrases.all(told)));
    }
}
