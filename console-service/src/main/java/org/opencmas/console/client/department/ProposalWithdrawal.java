package org.opencmas.console.client.department;

import java.time.Instant;
import java.util.UUID;

/** That a proposal which nobody approved was given up: by whom, when and why. */
public record ProposalWithdrawal(String by, Instant at, String reason) {
    /** Returns the name of the field that says why one of several proposals is given up. */
    public static String field(UUID proposal) {
        return "withdrawal." + proposal + ".reason";
    }

    /** As it is sent. */
    public record NewProposalWithdrawal(String reason) {}
}
