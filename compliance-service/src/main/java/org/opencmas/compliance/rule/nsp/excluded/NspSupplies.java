package org.opencmas.compliance.rule.nsp.excluded;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.nsp.NspLines;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;

/** NSP-EXCL-SUPPLIES: an NSP line coded as a supply needs a person's word that it is the least needed at first; one that is coded as none passes. */
public record NspSupplies() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return ExcludedText.NSP_EXCL_SUPPLIES;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return NspLines.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return OrderOutcomes.ofEachLine(
                facts.order().nspLines(),
                Outcome.pass("No NSP line is coded as a supply."),
                line -> judge(line).map(found -> found.on(line)));
    }

    private static Optional<Trouble> judge(OrderLine line) {
        Boolean supply = line.coded().supply();
        if (supply == null) {
            return Optional.of(Outcome.warn("Nobody says whether NSP line %s is a supply.", line.lineId())
                    .remedy("Code line %s as a supply or as none.", line.lineId()));
        }
        return supply
                ? Optional.of(Outcome.needsAttestation(
                                "NSP line %s is a supply: only the least that is needed for initial support is allowed.",
                                line.lineId())
                        .remedy(
                                "Attest that line %s is the minimum initial amount, or buy it outside CMAS.",
                                line.lineId()))
                : Optional.empty();
    }
}
