package org.opencmas.compliance.rule.superseded.publicworks;

import static org.opencmas.compliance.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.terms.Usd;

/**
 * PW-INCIDENTAL: public works services are at most the value of the products on the order; an equal value is allowed.
 *
 * <p>Version 1. Public works of 0.00 passed on an order without products.
 */
public record PublicWorksIncidentalV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "PW-INCIDENTAL",
                    1,
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
        if (!worth.isAtMost(products)) {
            Usd excess = worth.minus(products);
            Outcome above = Outcome.fail("Public works come to %s, %s above the products' %s.", worth, excess, products)
                    .on(works)
                    .remedy("Lower the public works by %s, or buy them outside CMAS.", excess);
            return List.of(measured(above, worth, products));
        }
        return List.of(
                measured(
                                Outcome.pass("Public works of %s do not exceed the products' %s.", worth, products),
                                worth,
                                products)
                        .on(works),
                Outcome.needsAttestation(
                                "Whether the public works are incidental to the order is for a person to judge.")
                        .on(works)
                        .remedy("Attest that %s is incidental to the order.", Phrases.lines(works)));
    }

    private static Outcome measured(Outcome outcome, Usd worth, Usd products) {
        return outcome.with("publicWorks", worth).with("products", products);
    }
}
