package org.opencmas.compliance.rule.superseded.severalcmas;

import static org.opencmas.compliance.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.SubOrder;
import org.opencmas.compliance.rule.severalcmas.SeveralCmas;
import org.opencmas.compliance.rule.superseded.firstrelease.OutcomesV1;
import org.opencmas.terms.Usd;

/**
 * MULTI-SUBTOTAL-NO-TAX: each group's subtotal equals the sum of its lines to the cent, without tax.
 *
 * <p>Version 1. Lines without a group were passed over.
 */
public record SubtotalsWithoutTaxV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "MULTI-SUBTOTAL-NO-TAX",
                    1,
                    RuleKind.BLOCK,
                    "Each group has a subtotal without tax",
                    "The subtotal of a group is the sum of its line amounts, equal to the cent; tax is not in it.",
                    guide(3, 10, "Multiple Contracts - One Purchase Order Form"))
            .read(
                    "The guide leaves out tax only, the quarterly report tax and freight: lines, freight and tax are kept as separate"
                            + " amounts, and a subtotal holds lines only.");

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().subOrders().isEmpty() ? SeveralCmas.whyNot(facts) : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Order order = facts.order();
        return OutcomesV1.orPass(
                order.subOrders().stream().flatMap(sub -> judge(order, sub).stream()),
                Outcome.pass("Each subtotal is the sum of its lines, without tax."));
    }

    private static Optional<Outcome> judge(Order order, SubOrder sub) {
        List<OrderLine> lines = order.linesOf(sub.cmas());
        Usd sum = Order.sum(lines);
        if (sub.subtotalExcludingTax().equals(sum)) {
            return Optional.empty();
        }
        return Optional.of(Outcome.fail(
                        "The subtotal of Sub #%d says %s, its lines come to %s.",
                        sub.subNumber(), sub.subtotalExcludingTax(), sum)
                .with("subtotal", sub.subtotalExcludingTax())
                .with("sumOfLines", sum)
                .with("difference", sub.subtotalExcludingTax().minus(sum))
                .on(lines)
                .remedy("Set the subtotal of Sub #%d to %s, without tax and freight.", sub.subNumber(), sum));
    }
}
