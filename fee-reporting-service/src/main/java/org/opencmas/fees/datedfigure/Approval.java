package org.opencmas.fees.datedfigure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.proposal.ProposalState;
import org.opencmas.fees.proposal.Withdrawal;

/**
 * Who proposed a dated figure and who made it count.
 *
 * @param activatedBy another person than proposed it; null, like the time, while it does not count
 * @param withdrawal null while nobody has given it up; never there beside an activation
 */
public record Approval(
        String proposedBy,
        Instant proposedAt,
        @Nullable String activatedBy,
        @Nullable Instant activatedAt,
        @Nullable Withdrawal withdrawal) {
    /** Whether it counts, may come to count, or never will. */
    public ProposalState state() {
        return ProposalState.of(activatedBy, withdrawal);
    }

    /** Reads the seven columns from the first one on. */
    static Approval of(ResultSet row, int first) throws SQLException {
        OffsetDateTime activatedAt = row.getObject(first + 3, OffsetDateTime.class);
        return new Approval(
                row.getString(first),
                row.getObject(first + 1, OffsetDateTime.class).toInstant(),
                row.getString(first + 2),
                activatedAt == null ? null : activatedAt.toInstant(),
                Withdrawal.of(row, first + 4));
    }
}
