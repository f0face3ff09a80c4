package org.opencmas.order.agency;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/**
 * What an agency sets for itself beside its order limit and number of offers. What it does not set is null: the program's rules hold then.
 *
 * @param deliveryTailMonths months after the end of an agreement beyond which a delivery is asked about
 * @param retentionYears years for which the agency keeps the file of an order
 * @param approvers who approves orders, each up to a limit
 * @param mayOverride the persons who may go on in spite of a finding that the rule leaves to the agency, as the identity provider
 *     names them; null for every approver
 * @param ownPolicyAttestation that the program agrees with the agency's own procurement policy (GEN-LOCAL-OWN-POLICY, Guide s1 p5)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnSettings(
        @JsonUnwrapped Severities severities,
        @JsonUnwrapped LegalCounsel legalCounsel,
        @Nullable Integer deliveryTailMonths,
        @Nullable Integer retentionYears,
        @Nullable List<OrderApprover> approvers,
        @Nullable List<String> mayOverride,
        @Nullable OwnPolicyAttestation ownPolicyAttestation) {
    public static final OwnSettings NONE = new OwnSettings(
            new Severities(null, null, null), new LegalCounsel(null, null, null), null, null, null, null, null);

    /** What the agency wants done where the Guide leaves that to it. */
    @Schema(name = "OwnRuleAction")
    public enum Action {
        WARN,
        BLOCK
    }

    /**
     * What a finding does where that is the agency's to say.
     *
     * @param minOffersAction fewer contractors asked than its own number (SOL-MIN-LOCAL, Guide s2 p7)
     * @param statementOfWorkAction services without a statement of work (SOL-RFO-NEEDED, Guide s2 p7)
     * @param bestValueAction fewer than the four least steps of a best value determination (BV-MIN-STEPS, Guide s5 p14)
     * @param approvalRequired whether no order or amendment is sent before one of the approvers, who is not its writer, approved it
     * @param plausibilityAction what is hardly meant in an order: BLOCK asks for a confirmation also of what does not fit the agency's earlier
     *     orders or its limit, WARN for none; null asks only about what the order itself shows to be a telephone number or a code
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Severities(
            @Nullable Action minOffersAction,
            @Nullable Action statementOfWorkAction,
            @Nullable Action bestValueAction,
            @Nullable Boolean approvalRequired,
            @Nullable Action plausibilityAction) {
        public Severities(
                @Nullable Action minOffersAction,
                @Nullable Action statementOfWorkAction,
                @Nullable Action bestValueAction) {
            this(minOffersAction, statementOfWorkAction, bestValueAction, null, null);
        }
    }

    /**
     * When the agency's lawyers are to be asked (GEN-LEGAL-COUNSEL, Guide s1 p5, s2 p8).
     *
     * @param legalCounselAbove total in US dollars before tax and freight; one equal to it does not call for them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LegalCounsel(
            @Nullable Usd legalCounselAbove,
            @Nullable Boolean legalCounselForServices,
            @Nullable Boolean legalCounselForClauses) {}

    /** @param limit highest order in US dollars before tax and freight, inclusive; null for none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OrderApprover")
    public record OrderApprover(String name, @Nullable Usd limit) {}

    /**
     * A person's word that the program agrees with the agency's own procurement policy.
     *
     * @param policy which policy, in the person's words
     * @param reviewOn last day for which it is given, inclusive; null for no end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OwnPolicyAttestation")
    public record OwnPolicyAttestation(
            String attestedBy,
            LocalDate attestedOn,
            String policy,
            @Nullable LocalDate reviewOn) {
        /** Whether it holds on that day. */
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(attestedOn) && (reviewOn == null || !day.isAfter(reviewOn));
        }
    }
}
