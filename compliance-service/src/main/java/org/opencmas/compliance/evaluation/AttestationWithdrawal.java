package org.opencmas.compliance.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.judging.Decision;

/**
 * An attestation on an order that was taken back, and what that means for the decision that went by it.
 *
 * @param attestation as it stands in the receipt
 * @param withdrawnOn the day in California
 * @param withdrawnBy subject of the token of the person who took it back
 * @param withdrawnByName as a person knows it
 * @param decisionWithout what the rules that judged the order then would have decided without it
 * @param stoppedBy the rules that would stop the order without it
 */
record AttestationWithdrawal(
        UUID withdrawalId,
        UUID evaluationId,
        UUID orderId,
        UUID agencyId,
        String agencyOrderNumber,
        Attestation attestation,
        String reason,
        LocalDate withdrawnOn,
        String withdrawnBy,
        String withdrawnByName,
        Instant recordedAt,
        Decision decision,
        Decision decisionWithout,
        List<String> stoppedBy) {
    /** What the event {@code attestation.withdrawn.v1} tells, and what is shown. */
    record AttestationWithdrawalView(
            UUID withdrawalId,
            UUID evaluationId,
            UUID orderId,
            UUID agencyId,
            String agencyOrderNumber,
            String rule,
            String statement,
            String attestedBy,
            LocalDate attestedOn,
            String reason,
            LocalDate withdrawnOn,
            String withdrawnBy,
            Instant recordedAt,
            Decision decision,
            Decision decisionWithout,
            List<String> stoppedBy) {}

    AttestationWithdrawalView view() {
        return new AttestationWithdrawalView(
                withdrawalId,
                evaluationId,
                orderId,
                agencyId,
                agencyOrderNumber,
                attestation.rule(),
                attestation.statement(),
                attestation.attestedBy(),
                attestation.attestedOn(),
                reason,
                withdrawnOn,
                withdrawnByName,
                recordedAt,
                decision,
                decisionWithout,
                stoppedBy);
    }
}
