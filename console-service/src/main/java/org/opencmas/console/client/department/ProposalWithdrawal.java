package org.opencmas.console.client.department;

import java.time.Instant;

/** That a proposal which nobody approved was given up: by whom, when and why. */
public record ProposalWithdrawal(String by, Instant at, String reason) {
    /** As it is sent. */
    public record NewProposalWithdrawal(String reason) {}
}
