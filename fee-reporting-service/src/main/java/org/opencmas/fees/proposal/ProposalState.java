package org.opencmas.fees.proposal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a proposal stands. From the second and the third state it goes nowhere: what was proposed in error is proposed anew. */
@Schema(name = "ProposalState")
public enum ProposalState {
    /** Nobody but the first person has said anything, and nothing follows from it. */
    PROPOSED,
    /** A second person approved it, or activated it where it is a figure. */
    APPROVED,
    /** Given up before anybody approved it. */
    WITHDRAWN;

    /**
     * @param approved who or what approved it; null while nobody has
     * @param withdrawal null while it is not withdrawn
     */
    public static ProposalState of(@Nullable Object approved, @Nullable Withdrawal withdrawal) {
        if (withdrawal != null) {
            return WITHDRAWN;
        }
        return approved == null ? PROPOSED : APPROVED;
    }
}
