package org.opencmas.order.agency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.opencmas.problem.RefusedByRule;

/** Tells whether an agency is registered. What was seen once is remembered, for agencies are never removed. */
@ApplicationScoped
public class RegisteredAgencies {
    private final Set<UUID> seen = ConcurrentHashMap.newKeySet();
    private static final Duration LAG = Duration.ofSeconds(1);
    private static final int MOST_RECENT = 10_000;

    private final Map<UUID, Read> recent = new ConcurrentHashMap<>();
    private final Agencies agencies;
    private final Clock clock;

    RegisteredAgencies(Agencies agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
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
     * The same as {@link #rules} to the second: another instance may have changed them since. For what is asked of every order and may lag.
     *
     * @throws RefusedByRule (422) when no such agency is registered
     */
    public OwnRules recentRules(UUID agencyId) {
        Instant now = clock.instant();
        Read known = recent.get(agencyId);
        if (known != null && !now.isAfter(known.at().plus(LAG)) && !now.isBefore(known.at())) {
            return known.rules();
        }
        if (recent.size() > MOST_RECENT) {
            recent.clear();
        }
        OwnRules rules = rules(agencyId);
        recent.put(agencyId, new Read(rules, now));
        return rules;
    }

    /** To be read anew: they were changed here. */
    void forget(UUID agencyId) {
        recent.remove(agencyId);
    }

    private record Read(OwnRules rules, Instant at) {}

    /** The same as {@link #rules}; empty when no such agency is registered. */
    public Optional<OwnRules> rulesIfKnown(UUID agencyId) {
        // In a transaction, joined or short: work that no request asked for, such as an import, has no session without
        // one.
        return QuarkusTransaction.joiningExisting()
                .call(() -> agencies.findByIdOptional(agencyId).map(OwnRules::of));
    }

    /**
     * Whose rules bind it and what it sets for itself, now.
     *
     * @throws RefusedByRule (422) when no such agency is registered
     */
    public OwnRules rules(UUID agencyId) {
        return rulesIfKnown(agencyId)
                .orElseThrow(() -> new RefusedByRule(
                        "agency-not-registered",
                        "Agency " + agencyId
                                + " is not registered; an analyst of DGS registers it first (Guide s1 p5).",
                        Map.of("rule", "GEN-AGENCY-TYPE")));
    }
}
