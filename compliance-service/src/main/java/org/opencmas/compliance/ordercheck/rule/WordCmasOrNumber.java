package org.opencmas.compliance.ordercheck.rule;

import static org.opencmas.compliance.ordercheck.rule.Citation.guide;

import java.util.List;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.InvalidCmasNumber;

/** MULTI-WORD-CMAS: the contract-number field holds the word CMAS on an order of several, and the number on an order of one. */
public record WordCmasOrNumber() implements OrderRule {
    private static final String WORD = "CMAS";

    private static final RuleText TEXT = RuleText.of(
                    "MULTI-WORD-CMAS",
                    2,
                    RuleKind.BLOCK,
                    "The contract-number field says CMAS when there are several",
                    "On an order of two or more CMAS the word CMAS stands where the contract number usually does; on an order of one,"
                            + " its number does.",
                    guide(3, 10, "Multiple Contracts - One Purchase Order Form"))
            .read("Capital or small letters of the word, and the way the number is printed, do not matter.");

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Order order = facts.order();
        return Outcomes.withoutCmas(order).map(List::<Outcome>of).orElseGet(() -> List.of(judge(order)));
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
