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

/** NSP-EXCL-SCOPE: an NSP line that the CMAS excludes from its scope fails; where nobody has looked, that is a warning. */
public record NspOutOfScope() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return ExcludedText.NSP_EXCL_SCOPE;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return NspLines.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return OrderOutcomes.ofEachLine(
                facts.order().nspLines(),
                Outcome.pass("No NSP line is excluded from the scope of its CMAS."),
                line -> judge(line).map(found -> found.on(line)));
    }

    private static Optional<Trouble> judge(OrderLine line) {
        Boolean excluded = line.coded().excludedByCmas();
        if (excluded == null) {
            return Optional.of(
                    Outcome.warn("Nobody says whether CMAS %s excludes NSP line %s.", line.cmas(), line.lineId())
                            .remedy("Look at the exclusions of the CMAS and code line %s.", line.lineId()));
        }
        return excluded
                ? Optional.of(Outcome.fail("CMAS %s excludes what NSP line %s buys.", line.cmas(), line.lineId())
                        .remedy("Buy line %s outside CMAS.", line.lineId()))
                : Optional.empty();
    }
}
