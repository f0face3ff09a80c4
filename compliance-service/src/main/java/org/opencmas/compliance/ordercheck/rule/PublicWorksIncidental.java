package org.opencmas.compliance.ordercheck.rule;

import static org.opencmas.compliance.ordercheck.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import org.opencmas.terms.Usd;

/** PW-INCIDENTAL: public works services are at most the value of the products on the order; an equal value is allowed. */
public record PublicWorksIncidental() implements OrderRule {
    private static final RuleText TEXT = RuleText.of(
                    "PW-INCIDENTAL",
                    2,
                    RuleKind.BLOCK,
                    "Public works are incidental to the order and do not exceed its products",
                    "Public works installation is allowed only when incidental to the total order; all public works services together are"
                            + " at most the dollar value of the products, an equal value included (also Section 9, page 18).",
                    guide(11, 22, "Installation of Physical Layer Cable"))
            .read(
                    "Products are goods lines, with hardware and packaged software; services, travel, freight and tax are not. Whether work"
                            + " within the dollar limit is incidental is for a person to attest.");

    @Override
    public RuleText text() {
        return TEXT;
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
