package org.opencmas.compliance.ordercheck.rule;

import static org.opencmas.compliance.ordercheck.rule.Citation.guide;

import java.util.List;
import java.util.Optional;

/** ORD-CMAS-NUMBER-CORRECT: each number on the order exists and belongs to the contractor named. */
public record CmasNumberCorrect() implements OrderRule {
    private static final RuleText TEXT = RuleText.of(
                    "ORD-CMAS-NUMBER-CORRECT",
                    2,
                    RuleKind.BLOCK,
                    "The order shows the correct CMAS number",
                    "Every CMAS number on the order exists and belongs to the contractor named on it.",
                    guide(12, 23, "What is Reviewed?"))
            .read(
                    "Correct means: the number exists, belongs to the contractor named, and carries the lines ordered; the last is judged"
                            + " by ORD-LINES-ON-CONTRACT. A number not known here may be late news, so it is undetermined and not a failure.");

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return Outcomes.ofEachCmas(
                facts,
                Outcome.pass("Every CMAS cited belongs to the contractor named."),
                (cited, agreement) -> judge(facts.order(), agreement));
    }

    private static Optional<Trouble> judge(Order order, Agreement agreement) {
        if (agreement.contractorId().equals(order.contractorId())) {
            return Optional.empty();
        }
        return Optional.of(Outcome.fail(
                        "CMAS %s belongs to %s, not to the contractor named on the order.",
                        agreement.cmas(), agreement.contractorName())
                .with("contractorOfCmas", agreement.contractorId())
                .with("contractorOfOrder", order.contractorId())
                .on(order.linesOf(agreement.cmas()))
                .remedy(
                        "Name contractor %s (%s), or cite a CMAS of the contractor named.",
                        agreement.contractorName(), agreement.contractorId()));
    }
}
