package org.opencmas.compliance.rule.superseded.nsp;

import static org.opencmas.compliance.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.nsp.NspLines;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.superseded.firstrelease.OutcomesV1;

/**
 * NSP-SUBORDINATE: every NSP line directly supports at least one priced line of the same order, with a reason.
 *
 * <p>Version 1. A travel line counted as a priced one.
 */
public record NspSupportsPricedV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "NSP-SUBORDINATE",
                    1,
                    RuleKind.BLOCK,
                    "Each NSP item directly supports a priced item on the same order",
                    "NSP items are subordinate and peripheral: each names the priced lines it supports, and a person says why.",
                    guide(10, 20, "Items Specifically Excluded"))
            .read(
                    "One NSP line may support several priced lines. Whether it is subordinate stays with the person who gives the reason.");

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return NspLines.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return OutcomesV1.ofEachLine(
                facts.order().nspLines(),
                Outcome.pass("Every NSP line names the priced lines it supports, and why."),
                line -> judge(facts.order(), line).map(outcome -> outcome.on(line)));
    }

    private static Optional<Outcome> judge(Order order, OrderLine nsp) {
        List<String> unsupported = nsp.supportsLineIds().stream()
                .filter(id -> order.line(id).filter(line -> !line.nsp()).isEmpty())
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
