package org.opencmas.compliance.facts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.terms.Usd;

/**
 * An agency as it stands, with every policy it ever recorded.
 *
 * @param agency its record as it stands
 * @param policies by the day on which they were recorded, then by arrival
 */
record AgencyHistory(Agency agency, List<Policy> policies) {
    /**
     * An agency's policy on orders above a limit of its own.
     *
     * @param recordedOn first day on which it counts
     * @param orderLimit US dollars; null when it set none
     * @param settings what else it set; null in a policy that was copied before that was kept
     */
    record Policy(
            LocalDate recordedOn,
            @Nullable Usd orderLimit,
            Agency.OverLimit overLimit,
            Agency.@Nullable Settings settings) {
        Policy(LocalDate recordedOn, @Nullable Usd orderLimit, Agency.OverLimit overLimit) {
            this(recordedOn, orderLimit, overLimit, null);
        }
    }

    /** The agency with its policy of that day: the last one recorded by then, or the first one for a day before any was recorded. */
    Agency on(LocalDate day) {
        return policies.stream()
                .filter(policy -> !policy.recordedOn().isAfter(day))
                .reduce((earlier, later) -> later)
                .or(() -> policies.stream().findFirst())
                .map(this::under)
                .orElse(agency);
    }

    private Agency under(Policy policy) {
        return new Agency(
                agency.agencyId(),
                agency.name(),
                agency.type(),
                agency.empoweredToExpendPublicFunds(),
                agency.analystDecision(),
                policy.orderLimit(),
                policy.overLimit(),
                policy.recordedOn(),
                policy.settings());
    }
}
