package org.opencmas.compliance.rule.lease;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.LeasePlan;

/** LSE-OTHER-FED-NO: a lease on the terms of a federal schedule is a lease to own purchase or a hardware rental. */
public record NoOtherFederalLease() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return LeaseText.LSE_OTHER_FED_NO;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().told().lease().isEmpty() ? Optional.of("The order tells of no lease.") : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return facts.order().told().lease().stream()
                .<Outcome>map(lease -> lease.plan() == LeasePlan.OTHER_FEDERAL
                        ? Outcome.fail(
                                        "The lease is on other terms of a federal schedule, which cannot be sold through CMAS.")
                                .remedy("Lease to own, through the State's financial marketplace, or outside CMAS.")
                        : Outcome.pass("The lease is on no other terms of a federal schedule."))
                .toList();
    }
}
