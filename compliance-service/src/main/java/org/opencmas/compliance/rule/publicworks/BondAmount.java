package org.opencmas.compliance.rule.publicworks;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Bond;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.PublicWorks;
import org.opencmas.terms.Usd;

/** PW-BOND-AMOUNT: a payment bond comes to the whole order before tax and freight at least; an equal sum is enough, a cent less is not. */
public record BondAmount() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return PublicWorksText.PW_BOND_AMOUNT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return PublicWorksLines.whyNot(facts).or(() -> belowTrigger(facts));
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Order order = facts.order();
        Optional<Bond> bond = order.told().publicWorks().map(PublicWorks::bond);
        if (bond.isEmpty()) {
            return List.of(Outcome.warn("No payment bond is told of yet; it comes to %s at least.", order.total())
                    .with("bondAtLeast", order.total())
                    .remedy("Tell of the bond when the contractor has given it, before the work starts."));
        }
        Usd sum = bond.get().sum();
        return List.of(judge(order, sum).with("bond", sum).with("bondAtLeast", order.total()));
    }

    private static Optional<String> belowTrigger(OrderFacts facts) {
        Usd works = Order.sum(PublicWorksLines.of(facts));
        return facts.parameter(ParameterName.PW_BOND_TRIGGER)
                .map(Usd::of)
                .filter(works::isAtMost)
                .map(limit -> "Public works of %s need no payment bond.".formatted(works));
    }

    private static Outcome judge(Order order, Usd sum) {
        Usd total = order.total();
        if (!total.isAtMost(sum)) {
            return Outcome.fail("The bond of %s is less than the order's %s.", sum, total)
                    .remedy("Raise the bond by %s.", total.minus(sum));
        }
        Usd withTax = order.totalWithTaxAndFreight();
        return withTax.isAtMost(sum)
                ? Outcome.pass("The bond of %s covers the order's %s.", sum, withTax)
                : Outcome.warn(
                                "The bond of %s covers the order before tax and freight, not its %s with them.",
                                sum, withTax)
                        .remedy("Raise the bond by %s to be sure.", withTax.minus(sum));
    }
}
