package org.opencmas.compliance.rule.purchaseorder;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.Usd;

/**
 * The buying agency, as known here.
 *
 * @param empoweredToExpendPublicFunds true for a body that may spend public funds
 * @param analystDecision that a body the guide does not name is a local agency; null when nobody decided
 * @param orderLimit the agency's own limit for one order, US dollars before tax and freight, inclusive; null when it set none
 * @param overLimit what the agency wants done above its own limit
 * @param policyFrom the day on which limit and action were first recorded; null when not known
 */
public record Agency(
        UUID agencyId,
        String name,
        AgencyType type,
        boolean empoweredToExpendPublicFunds,
        @Nullable AnalystDecision analystDecision,
        @Nullable Usd orderLimit,
        OverLimit overLimit,
        @Nullable LocalDate policyFrom) {
    /** An agency whose policy has no known day, as receipts of the first release have it. */
    public Agency(
            UUID agencyId,
            String name,
            AgencyType type,
            boolean empoweredToExpendPublicFunds,
            @Nullable AnalystDecision analystDecision,
            @Nullable Usd orderLimit,
            OverLimit overLimit) {
        this(agencyId, name, type, empoweredToExpendPublicFunds, analystDecision, orderLimit, overLimit, null);
    }

    /** What an agency wants done with an order above its own limit. */
    public enum OverLimit {
        WARN,
        BLOCK
    }

    /**
     * An analyst's finding that a body is a local agency.
     *
     * @param reason why, in the analyst's words
     */
    public record AnalystDecision(String decidedBy, LocalDate decidedOn, String reason) {}
}
