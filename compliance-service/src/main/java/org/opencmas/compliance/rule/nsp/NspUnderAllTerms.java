package org.opencmas.compliance.rule.nsp;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;

/** NSP-TERMS: every NSP line is bought on a CMAS, whose terms then hold for it; the order is to say so. */
public record NspUnderAllTerms() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return NspText.NSP_TERMS;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return NspLines.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<OrderLine> nsp = facts.order().nspLines();
        return Outcomes.orPass(
                nsp.stream()
                        .filter(line -> line.cmas() == null)
                        .map(line -> Outcome.undetermined(
                                        "Of which CMAS the terms hold for NSP line %s is not known.", line.lineId())
                                .on(line)
                                .remedy("Give line %s its CMAS number.", line.lineId())),
                Outcome.pass("All terms of the CMAS hold for %s.", Phrases.lines(nsp))
                        .on(nsp)
                        .with("printOnOrder", "All NSP items are under all terms and conditions of the CMAS."));
    }
}
