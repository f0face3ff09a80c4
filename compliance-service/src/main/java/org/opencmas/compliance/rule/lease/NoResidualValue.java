package org.opencmas.compliance.rule.lease;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Lease;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.LeasePlan;
import org.opencmas.terms.Usd;

/** LSE-LTOP-OK: at the end of a lease to own purchase or a hardware rental at most 1.00 is owed; 1.00 itself is accepted. */
public record NoResidualValue() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return LeaseText.LSE_LTOP_OK;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().told().lease().filter(NoResidualValue::counts).isEmpty()
                ? Optional.of("The order tells of no lease to own purchase and no hardware rental.")
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Usd limit = Usd.of(facts.figure(ParameterName.LEASE_RESIDUAL_LIMIT));
        return facts.order().told().lease().stream()
                .map(lease -> judge(lease.residualValue(), limit))
                .toList();
    }

    private static boolean counts(Lease lease) {
        return lease.plan() == LeasePlan.FEDERAL_LEASE_TO_OWN || lease.plan() == LeasePlan.HARDWARE_RENTAL;
    }

    private static Outcome judge(@Nullable Usd residual, Usd limit) {
        if (residual == null) {
            return Outcome.undetermined("The residual value at the end of the lease is not told.")
                    .remedy("Tell the residual value, or attest that none is owed.");
        }
        Outcome judged = residual.isAtMost(limit)
                ? Outcome.pass("A residual value of %s is at most %s.", residual, limit)
                : Outcome.fail("A residual value of %s is owed at the end of the lease.", residual)
                        .remedy("Lower the residual value by %s.", residual.minus(limit));
        return judged.with("residualValue", residual).with("acceptedUpTo", limit);
    }
}
