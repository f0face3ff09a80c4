package org.opencmas.compliance.rule.nsp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.terms.CmasNumber;

/** NSP-NOT-ONLY: every group with NSP lines has at least one priced line of more than 0.00. */
public record NspNotAlone() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return NspText.NSP_NOT_ONLY;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return NspLines.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Order order = facts.order();
        Stream<Trouble> alone = order.cmasNumbers().stream().flatMap(cmas -> judge(order, cmas).stream());
        return Outcomes.orPass(
                Stream.concat(OrderOutcomes.withoutCmas(order).stream(), alone),
                Outcome.pass("NSP lines stand beside priced ones."));
    }

    private static Optional<Trouble> judge(Order order, CmasNumber cmas) {
        List<OrderLine> nsp = order.lines(line -> line.nsp() && line.boughtOn(cmas));
        boolean priced = order.linesOf(cmas).stream()
                .anyMatch(line -> line.listed() && line.amount().isPositive());
        if (nsp.isEmpty() || priced) {
            return Optional.empty();
        }
        return Optional.of(Outcome.fail("On CMAS %s only NSP items are ordered.", cmas)
                .on(nsp)
                .remedy("Order %s together with the priced item it supports, or outside CMAS.", Phrases.lines(nsp)));
    }
}
