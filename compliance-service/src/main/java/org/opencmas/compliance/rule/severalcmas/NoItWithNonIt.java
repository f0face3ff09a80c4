package org.opencmas.compliance.rule.severalcmas;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.terms.ProcurementKind;

/** MULTI-NO-IT-NONIT: IT (3-) and non-IT (4-) CMAS are never on one order. */
public record NoItWithNonIt() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return SeveralCmasText.MULTI_NO_IT_NONIT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return SeveralCmas.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<OrderLine> it = linesOfKind(facts.order(), ProcurementKind.IT);
        List<OrderLine> nonIt = linesOfKind(facts.order(), ProcurementKind.NON_IT);
        if (it.isEmpty() || nonIt.isEmpty()) {
            return Outcomes.orPass(
                    OrderOutcomes.withoutCmas(facts.order()).stream(), Outcome.pass("All CMAS cited are of one kind."));
        }
        List<OrderLine> fewer = nonIt.size() <= it.size() ? nonIt : it;
        return List.of(Outcome.fail(
                        "IT CMAS (%s) and non-IT CMAS (%s) are on one order.", Phrases.lines(it), Phrases.lines(nonIt))
                .on(fewer)
                .remedy("Move %s to an order of %s own.", Phrases.lines(fewer), fewer.size() == 1 ? "its" : "their"));
    }

    private static List<OrderLine> linesOfKind(Order order, ProcurementKind kind) {
        return order.lines(line -> line.cmas() != null && line.cmas().kind() == kind);
    }
}
