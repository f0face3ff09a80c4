package org.opencmas.order.policychange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.agency.AgencyView.PolicyView;

/**
 * A policy that somebody set for an agency and that does not hold yet, or came to hold later.
 *
 * @param state where it stands
 * @param effectiveOn the first day on which it holds, if it is adopted by then
 * @param loosens the settings that it loosens beside the policy in force when it was set, by their names; another person confirms it then
 * @param proposed who set it
 * @param confirmed which other person confirmed it; null for none
 * @param withdrawn who gave it up; null when nobody did
 * @param adoptedVersion the agency's version that adopted it; null while it is not adopted
 * @param version counts what was done with it from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AgencyPolicyChange")
record PolicyChange(
        UUID changeId,
        UUID agencyId,
        State state,
        LocalDate effectiveOn,
        List<String> loosens,
        PolicyView policy,
        Act proposed,
        @Nullable Act confirmed,
        @Nullable Act withdrawn,
        @Nullable Long adoptedVersion,
        long version) {
    PolicyChange {
        loosens = List.copyOf(loosens);
    }

    /** Where a change stands. */
    @Schema(name = "AgencyPolicyChangeState")
    enum State {
        /** It loosens something, and nobody but the one who set it said yes. */
        AWAITS_CONFIRMATION,
        /** Its day has not come. */
        AWAITS_DAY,
        ADOPTED,
        WITHDRAWN
    }

    /** @param by the person by the name in the token */
    @Schema(name = "AgencyPolicyChangeAct")
    record Act(Instant at, String by) {}

    /** @param loosens beside what is in force */
    static PolicyChange proposed(
            UUID changeId, UUID agencyId, LocalDate effectiveOn, List<String> loosens, PolicyView policy, Act by) {
        State state = loosens.isEmpty() ? State.AWAITS_DAY : State.AWAITS_CONFIRMATION;
        return new PolicyChange(changeId, agencyId, state, effectiveOn, loosens, policy, by, null, null, null, 1);
    }

    boolean hasEnded() {
        return state == State.ADOPTED || state == State.WITHDRAWN;
    }

    PolicyChange confirmed(Act by) {
        return new PolicyChange(
                changeId,
                agencyId,
                State.AWAITS_DAY,
                effectiveOn,
                loosens,
                policy,
                proposed,
                by,
                null,
                null,
                version + 1);
    }

    PolicyChange withdrawn(Act by) {
        return new PolicyChange(
                changeId,
                agencyId,
                State.WITHDRAWN,
                effectiveOn,
                loosens,
                policy,
                proposed,
                confirmed,
                by,
                null,
                version + 1);
    }

    /** On its day it turned out to loosen what was set in the meantime. */
    PolicyChange awaitingConfirmation(List<String> loosened) {
        return new PolicyChange(
                changeId,
                agencyId,
                State.AWAITS_CONFIRMATION,
                effectiveOn,
                loosened,
                policy,
                proposed,
                null,
                null,
                null,
                version + 1);
    }

    PolicyChange adopted(long agencyVersion) {
        return new PolicyChange(
                changeId,
                agencyId,
                State.ADOPTED,
                effectiveOn,
                loosens,
                policy,
                proposed,
                confirmed,
                null,
                agencyVersion,
                version + 1);
    }
}
