package org.opencmas.compliance.rule.nsp;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;

/** NSP-SUBORDINATE: every NSP line directly supports at least one priced line of the same order, with a reason. */
public record NspSupportsPriced() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return NspText.NSP_SUBORDINATE;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return NspLines.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return OrderOutcomes.ofEachLine(
                facts.order().nspLines(),
                Outcome.pass("Every NSP line names the priced lines it supports, and why."),
                line -> judge(facts.order(), line).map(outcome -> outcome.on(line)));
    }

    private static Optional<Trouble> judge(Order order, OrderLine nsp) {
        List<String> unsupported = nsp.supportsLineIds().stream()
                .filter(id -> order.line(id).filter(OrderLine::listed).isEmpty())
                .toList();
        if (nsp.supportsLineIds().isEmpty()) {
            return Optional.of(Outcome.fail("NSP line %s names no line it supports.", nsp.lineId())
                    .remedy("Name the priced lines that line %s supports, or buy it outside CMAS.", nsp.lineId()));
        }
        if (!unsupported.isEmpty()) {
            return Optional.of(Outcome.fail(
                            "NSP line %s is to support %s, which is no priced line of this order.",
                            nsp.lineId(), Phrases.all(unsupported))
                    .remedy("Name priced lines of this order instead of %s.", Phrases.all(unsupported)));
        }
        return nsp.nspReason() == null || nsp.nspReason().isBlank()
                ? Optional.of(Outcome.needsAttestation(
                                "Nobody says why NSP line %s is subordinate and peripheral.", nsp.lineId())
                        .remedy("Give the reason on line %s, or attest to it.", nsp.lineId()))
                : Optional.empty();
    }
}
