package org.opencmas.compliance.rule.superseded.nsp;

import static org.opencmas.compliance.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.opencmas.terms.CmasNumber;

/**
 * NSP-NOT-ONLY: every group with NSP lines has at least one priced line of more than 0.00.
 *
 * <p>Version 1. A travel line counted as a priced one.
 */
public record NspNotAloneV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "NSP-NOT-ONLY",
                    1,
                    RuleKind.BLOCK,
                    "An order of only NSP items is forbidden",
                    "There is at least one specifically priced line with an amount above 0.00.",
                    guide(10, 21, "NSP Not Available"))
            .read(
                    "On an order of several CMAS, each group with NSP lines has such a line, since an NSP item supports a priced one.");

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
        Order order = facts.order();
        Stream<Outcome> alone = order.cmasNumbers().stream().flatMap(cmas -> judge(order, cmas).stream());
        return OutcomesV1.orPass(
                Stream.concat(OutcomesV1.withoutCmas(order).stream(), alone),
                Outcome.pass("NSP lines stand beside priced ones."));
    }

    private static Optional<Outcome> judge(Order order, CmasNumber cmas) {
        List<OrderLine> nsp = order.lines(line -> line.nsp() && line.boughtOn(cmas));
        boolean priced = order.linesOf(cmas).stream()
                .anyMatch(line -> !line.nsp() && line.amount().isPositive());
        if (nsp.isEmpty() || priced) {
            return Optional.empty();
        }
        return Optional.of(Outcome.fail("On CMAS %s only NSP items are ordered.", cmas)
                .on(nsp)
                .remedy("Order %s together with the priced item it supports, or outside CMAS.", Phrases.lines(nsp)));
    }
}
