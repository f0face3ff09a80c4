package org.opencmas.fees.credit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.proposal.ProposalState;
import org.opencmas.fees.proposal.Withdrawal;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * A credit that is to leave an agreement that ended, and leaves it once a second person approved it.
 *
 * @param amount dollars, in whole cents, above zero
 * @param state where it stands
 * @param approval null while nobody has approved it
 * @param withdrawal null while nobody has given it up; never there beside an approval
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CreditRelease")
record CreditRelease(
        UUID releaseId,
        CmasNumber cmasNumber,
        UUID contractorId,
        Way way,
        @Nullable CmasNumber toCmasNumber,
        Usd amount,
        String reason,
        ProposalState state,
        Said proposal,
        @Nullable Said approval,
        @Nullable Withdrawal withdrawal) {
    /** Where it goes. */
    @Schema(name = "CreditReleaseWay")
    enum Way {
        /** To another agreement of the same contractor, whose fees it lessens from then on. */
        TRANSFER,
        /** Back to the contractor. */
        REFUND
    }

    /** Who did something, and when. */
    @Schema(name = "CreditReleaseAct")
    record Said(String by, Instant at) {}
}
