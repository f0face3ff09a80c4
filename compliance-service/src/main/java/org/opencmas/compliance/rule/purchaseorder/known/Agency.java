package org.opencmas.compliance.rule.purchaseorder.known;

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
 * @param settings what else the agency set for itself; null when nothing is known of it
 */
public record Agency(
        UUID agencyId,
        String name,
        AgencyType type,
        boolean empoweredToExpendPublicFunds,
        @Nullable AnalystDecision analystDecision,
        @Nullable Usd orderLimit,
        OverLimit overLimit,
        @Nullable LocalDate policyFrom,
        @Nullable Settings settings) {
    /** An agency that set nothing but its limit. */
    public Agency(
            UUID agencyId,
            String name,
            AgencyType type,
            boolean empoweredToExpendPublicFunds,
            @Nullable AnalystDecision analystDecision,
            @Nullable Usd orderLimit,
            OverLimit overLimit,
            @Nullable LocalDate policyFrom) {
        this(
                agencyId,
                name,
                type,
                empoweredToExpendPublicFunds,
                analystDecision,
                orderLimit,
                overLimit,
                policyFrom,
                null);
    }

    /** An agency whose policy has no known day, as receipts of the first release have it. */
    public Agency(
            UUID agencyId,
            String name,
            AgencyType type,
            boolean empoweredToExpendPublicFunds,
            @Nullable AnalystDecision analystDecision,
            @Nullable Usd orderLimit,
            OverLimit overLimit) {
        this(agencyId, name, type, empoweredToExpendPublicFunds, analystDecision, orderLimit, overLimit, null, null);
    }

    /** What an agency wants done with an order above its own limit. */
    public enum OverLimit {
        WARN,
        BLOCK
    }

    /** What the agency set for itself, all of it open where nothing is known. */
    public Settings own() {
        return settings == null ? Settings.NONE : settings;
    }

    /** What an agency wants done where the guide leaves that to it. */
    public enum Severity {
        WARN,
        BLOCK
    }

    /**
     * What an agency sets for itself beside its limit. Null means that it set nothing.
     *
     * @param minOffers how many contractors to ask for an offer
     * @param minOffersAction what fewer do
     * @param statementOfWorkAction what services without a statement of work do
     * @param bestValueAction what an unfinished best value determination does
     * @param legalCounselAbove total, US dollars before tax and freight, above which lawyers are to be asked
     * @param legalCounselForServices whether they are to be asked about every order of services
     * @param legalCounselForClauses whether they are to be asked when the order has clauses of its own
     * @param deliveryTailMonths months after the end of a CMAS beyond which a delivery is asked about
     * @param ownPolicyAttestation that the program agrees with the agency's own policy
     */
    public record Settings(
            @Nullable Integer minOffers,
            @Nullable Severity minOffersAction,
            @Nullable Severity statementOfWorkAction,
            @Nullable Severity bestValueAction,
            @Nullable Usd legalCounselAbove,
            @Nullable Boolean legalCounselForServices,
            @Nullable Boolean legalCounselForClauses,
            @Nullable Integer deliveryTailMonths,
            @Nullable OwnPolicyAttestation ownPolicyAttestation) {
        static final Settings NONE = new Settings(null, null, null, null, null, null, null, null, null);
    }

    /**
     * A named person's word that the program agrees with the agency's own procurement policy.
     *
     * @param policy which policy, in the person's words
     * @param reviewOn the last day for which it is given, inclusive, as the agency set it; null for no end
     */
    public record OwnPolicyAttestation(
            String attestedBy,
            LocalDate attestedOn,
            String policy,
            @Nullable LocalDate reviewOn) {}

    /**
     * An analyst's finding that a body is a local agency.
     *
     * @param reason why, in the analyst's words
     */
    public record AnalystDecision(String decidedBy, LocalDate decidedOn, String reason) {}
}
