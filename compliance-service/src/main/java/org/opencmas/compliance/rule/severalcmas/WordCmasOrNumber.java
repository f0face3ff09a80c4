package org.opencmas.compliance.rule.severalcmas;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.InvalidCmasNumber;

/** MULTI-WORD-CMAS: the contract-number field holds the word CMAS on an order of several, and the number on an order of one. */
public record WordCmasOrNumber() implements Rule<OrderFacts> {
    private static final String WORD = "CMAS";

    @Override
    public RuleText text() {
        return SeveralCmasText.MULTI_WORD_CMAS;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Order order = facts.order();
        return OrderOutcomes.withoutCmas(order).map(List::<Outcome>of).orElseGet(() -> List.of(judge(order)));
    }

    private static Outcome judge(Order order) {
        String right =
                order.onSeveralCmas() ? WORD : order.cmasNumbers().getFirst().canonical();
        String written = order.contractNumber();
        if (says(written, right)) {
            return Outcome.pass("The contract-number field says %s.", right);
        }
        return Outcome.fail(
                        "The contract-number field says \"%s\" on an order of %d CMAS.",
                        written, order.cmasNumbers().size())
                .with("written", written)
                .with("right", right)
                .remedy("Write %s in the contract-number field.", right);
    }

    private static boolean says(String written, String right) {
        if (right.equals(WORD)) {
            return written.strip().equalsIgnoreCase(WORD);
        }
        try {
            return CmasNumber.parse(written).canonical().equals(right);
        } catch (InvalidCmasNumber another) {
            return false;
        }
    }
}
