package org.opencmas.fees.rate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.datedfigure.Approval;
import org.opencmas.fees.datedfigure.Confidence;
import org.opencmas.fees.datedfigure.Proposed;
import org.opencmas.fees.proposal.ProposalState;
import org.opencmas.fees.proposal.Withdrawal;

/** A rate as it was proposed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProposedRateView(
        UUID figureId,
        LocalDate firstOrderDate,
        Rate rate,
        String source,
        Confidence confidence,
        ProposalState state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String activatedBy,
        @Nullable Instant activatedAt,
        @Nullable Withdrawal withdrawal) {
    static ProposedRateView of(Proposed<FeeRate> proposed) {
        FeeRate rate = proposed.figure();
        Approval approval = proposed.approval();
        return new ProposedRateView(
                proposed.figureId(),
                rate.firstOrderDate(),
                rate.rate(),
                rate.source(),
                rate.confidence(),
                approval.state(),
                approval.proposedBy(),
                approval.proposedAt(),
                approval.activatedBy(),
                approval.activatedAt(),
                approval.withdrawal());
    }
}
