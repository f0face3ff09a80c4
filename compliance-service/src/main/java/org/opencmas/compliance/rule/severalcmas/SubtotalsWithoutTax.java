package org.opencmas.compliance.rule.severalcmas;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.SubOrder;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** MULTI-SUBTOTAL-NO-TAX: each group's subtotal equals the sum of its lines to the cent, without tax. */
public record SubtotalsWithoutTax() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return SeveralCmasText.MULTI_SUBTOTAL_NO_TAX;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().subOrders().isEmpty() ? SeveralCmas.whyNot(facts) : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Order order = facts.order();
        return Outcomes.orPass(
                Stream.concat(
                        withoutSubtotal(order), order.subOrders().stream().flatMap(sub -> judge(order, sub).stream())),
                Outcome.pass("Each subtotal is the sum of its lines, without tax."));
    }

    private static Stream<Trouble> withoutSubtotal(Order order) {
        List<CmasNumber> groups = order.subOrders().stream().map(SubOrder::cmas).toList();
        return order.cmasNumbers().stream()
                .filter(cmas -> !groups.contains(cmas))
                .map(cmas -> Outcome.fail("The lines of CMAS %s have no subtotal.", cmas)
                        .on(order.linesOf(cmas))
                        .remedy("Give CMAS %s a group with the subtotal %s.", cmas, Order.sum(order.linesOf(cmas))));
    }

    private static Optional<Trouble> judge(Order order, SubOrder sub) {
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
