package org.opencmas.order.agency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.opencmas.problem.RefusedByRule;

/** Tells whether an agency is registered. What was seen once is remembered, for agencies are never removed. */
@ApplicationScoped
public class RegisteredAgencies {
    private final Set<UUID> seen = ConcurrentHashMap.newKeySet();
    private final Agencies agencies;

    RegisteredAgencies(Agencies agencies) {
        this.agencies = agencies;
    }

    /** @throws RefusedByRule (422) when no such agency is registered */
    public void require(UUID agencyId) {
        if (seen.contains(agencyId)) {
            return;
        }
        rules(agencyId);
        seen.add(agencyId);
    }

    /**
     * Whose rules bind it and what it sets for itself, now.
     *
     * @throws RefusedByRule (422) when no such agency is registered
     */
    public OwnRules rules(UUID agencyId) {
        return agencies.findByIdOptional(agencyId)
                .map(OwnRules::of)
                .orElseThrow(() -> new RefusedByRule(
                        "agency-not-registered",
                        "Agency " + agencyId
                                + " is not registered; an analyst of DGS registers it first (Guide s1 p5).",
                        Map.of("rule", "GEN-AGENCY-TYPE")));
    }
}
