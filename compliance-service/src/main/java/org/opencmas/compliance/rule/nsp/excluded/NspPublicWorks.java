package org.opencmas.compliance.rule.nsp.excluded;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.terms.Usd;

/** NSP-EXCL-PW: no NSP line is public works beyond the value of the products on the order; an equal value is allowed. */
public record NspPublicWorks() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return ExcludedText.NSP_EXCL_PW;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return works(facts.order()).isEmpty() ? Optional.of("No NSP line is public works.") : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<OrderLine> works = works(facts.order());
        Usd all = Order.sum(facts.order().lines(OrderLine::publicWorks));
        Usd products = Order.sum(facts.order().lines(OrderLine::product));
        return List.of(judge(works, all, products)
                .on(works)
                .with("nspPublicWorks", Order.sum(works))
                .with("publicWorks", all)
                .with("products", products));
    }

    private static Outcome judge(List<OrderLine> works, Usd all, Usd products) {
        if (products.isPositive() && all.isAtMost(products)) {
            return Outcome.pass(
                    "Public works of %s, those of NSP lines included, do not exceed the products' %s.", all, products);
        }
        return Outcome.fail(
                        "Public works come to %s and the products to %s: NSP items that are public works not incidental to the order"
                                + " are excluded.",
                        all, products)
                .remedy("Buy %s outside CMAS.", Phrases.lines(works));
    }

    private static List<OrderLine> works(Order order) {
        return order.lines(line -> line.nsp() && line.publicWorks());
    }
}
