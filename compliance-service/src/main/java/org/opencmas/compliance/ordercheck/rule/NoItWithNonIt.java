package org.opencmas.compliance.ordercheck.rule;

import static org.opencmas.compliance.ordercheck.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import org.opencmas.terms.ProcurementKind;

/** MULTI-NO-IT-NONIT: IT (3-) and non-IT (4-) CMAS are never on one order. */
public record NoItWithNonIt() implements OrderRule {
    private static final RuleText TEXT = RuleText.of(
                    "MULTI-NO-IT-NONIT",
                    2,
                    RuleKind.BLOCK,
                    "IT and non-IT CMAS are never mixed on one order",
                    "CMAS whose numbers begin with 3 and with 4 are not combined.",
                    guide(3, 10, "Multiple Contracts - One Purchase Order Form"))
            .read(
                    "The guide's reason is that the order limits differ, but the rule is stated flat, so it holds for local agencies too.");

    @Override
    public RuleText text() {
        return TEXT;
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
                    Outcomes.withoutCmas(facts.order()).stream(), Outcome.pass("All CMAS cited are of one kind."));
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
