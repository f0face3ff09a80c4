package org.opencmas.compliance.rule.nsp;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.purchaseorder.known.CitedAgreement;
import org.opencmas.terms.CmasNumber;

/** NSP-ONLY-WAY: an NSP line is bought only on a CMAS that has the NSP provision. */
public record NspNeedsProvision() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return NspText.NSP_ONLY_WAY;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return NspLines.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return OrderOutcomes.ofEachLine(
                facts.order().nspLines(),
                Outcome.pass("Every NSP line is on a CMAS with the NSP provision."),
                line -> judge(facts, line).map(trouble -> trouble.on(line)));
    }

    private static Optional<Trouble> judge(OrderFacts facts, OrderLine line) {
        CmasNumber cmas = line.cmas();
        if (cmas == null) {
            return Optional.of(Outcome.undetermined("NSP line %s cites no readable CMAS number.", line.lineId())
                    .remedy("Cite on line %s the CMAS it is bought on.", line.lineId()));
        }
        CitedAgreement cited = facts.cited(cmas);
        Agreement agreement = cited.on(line.pricedOn());
        if (agreement == null) {
            return Optional.of(cited.unknownOn(line.pricedOn()));
        }
        return agreement.nspProvision()
                ? Optional.empty()
                : Optional.of(Outcome.fail("CMAS %s has no NSP provision on %s.", cmas, line.pricedOn())
                        .remedy("Buy line %s outside CMAS.", line.lineId()));
    }
}
