package org.opencmas.compliance.rule.publicworks;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.terms.Usd;

/** PW-INCIDENTAL: public works services are at most the value of the products on the order; an equal value is allowed. */
public record PublicWorksIncidental() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return PublicWorksText.PW_INCIDENTAL;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().lines(OrderLine::publicWorks).isEmpty()
                ? Optional.of("No line is public works.")
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<OrderLine> works = facts.order().lines(OrderLine::publicWorks);
        Usd worth = Order.sum(works);
        Usd products = Order.sum(facts.order().lines(OrderLine::product));
        Outcome measured = measured(works, worth, products)
                .on(works)
                .with("publicWorks", worth)
                .with("products", products);
        return measured.verdict() == Verdict.FAIL ? List.of(measured) : List.of(measured, incidental(works));
    }

    private static Outcome measured(List<OrderLine> works, Usd worth, Usd products) {
        if (!products.isPositive()) {
            return Outcome.fail("Public works come to %s on an order without products.", worth)
                    .remedy("Buy %s together with the products they install, or outside CMAS.", Phrases.lines(works));
        }
        if (worth.isAtMost(products)) {
            return Outcome.pass("Public works of %s do not exceed the products' %s.", worth, products);
        }
        Usd excess = worth.minus(products);
        return Outcome.fail("Public works come to %s, %s above the products' %s.", worth, excess, products)
                .remedy("Lower the public works by %s, or buy them outside CMAS.", excess);
    }

    private static Trouble incidental(List<OrderLine> works) {
        return Outcome.needsAttestation(
                        "Whether the public works are incidental to the order is for a person to judge.")
                .on(works)
                .remedy("Attest that %s is incidental to the order.", Phrases.lines(works));
    }
}
