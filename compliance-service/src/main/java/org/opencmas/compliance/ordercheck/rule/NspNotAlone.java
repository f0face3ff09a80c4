package org.opencmas.compliance.ordercheck.rule;

import static org.opencmas.compliance.ordercheck.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.terms.CmasNumber;

/** NSP-NOT-ONLY: every group with NSP lines has at least one priced line of more than 0.00. */
public record NspNotAlone() implements OrderRule {
    private static final RuleText TEXT = RuleText.of(
                    "NSP-NOT-ONLY",
                    2,
                    RuleKind.BLOCK,
                    "An order of only NSP items is forbidden",
                    "There is at least one specifically priced line with an amount above 0.00.",
                    guide(10, 21, "NSP Not Available"))
            .read(
                    "On an order of several CMAS, each group with NSP lines has such a line, since an NSP item supports a priced one."
                            + " Travel has no price on the CMAS, so a travel line is no such line.");

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
        Stream<Trouble> alone = order.cmasNumbers().stream().flatMap(cmas -> judge(order, cmas).stream());
        return Outcomes.orPass(
                Stream.concat(Outcomes.withoutCmas(order).stream(), alone),
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
