package org.opencmas.compliance.rule.lease;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.LeasePlan;

/** LSE-LTOP-COSTLY: a federal lease to own purchase is compared with the State's own plans; any other plan passes. */
public record StatePlansMayCostLess() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return LeaseText.LSE_LTOP_COSTLY;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().told().lease().isEmpty() ? Optional.of("The order tells of no lease.") : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return facts.order().told().lease().stream()
                .<Outcome>map(lease -> lease.plan() == LeasePlan.FEDERAL_LEASE_TO_OWN
                        ? Outcome.warn("A federal lease to own purchase may cost more than GS $Mart or Lease $Mart.")
                                .remedy("Compare with the State's financial marketplace.")
                        : Outcome.pass("The lease is no federal lease to own purchase."))
                .toList();
    }
}
