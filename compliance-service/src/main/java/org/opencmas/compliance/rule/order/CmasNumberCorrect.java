package org.opencmas.compliance.rule.order;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;

/** ORD-CMAS-NUMBER-CORRECT: each number on the order exists and belongs to the contractor named. */
public record CmasNumberCorrect() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return OrderText.ORD_CMAS_NUMBER_CORRECT;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return OrderOutcomes.ofEachCmas(
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
