package org.opencmas.fees.proposal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Conflict;

/**
 * That a proposal was given up. It is added to what was proposed, which stays as it was.
 *
 * @param by the person, by the subject of the token
 * @param reason 1 to 1,000 characters
 */
@Schema(name = "ProposalWithdrawal")
public record Withdrawal(String by, Instant at, String reason) {
    /** Reads the three columns from the first one on, in the order of the components; null where there is none. */
    public static @Nullable Withdrawal of(ResultSet row, int first) throws SQLException {
        String by = row.getString(first);
        return by == null
                ? null
                : new Withdrawal(
                        by, row.getObject(first + 1, OffsetDateTime.class).toInstant(), row.getString(first + 2));
    }

    /** Sets the components from the first parameter on. */
    public void bind(PreparedStatement statement, int first) throws SQLException {
        statement.setString(first, by);
        statement.setObject(first + 1, at.atOffset(ZoneOffset.UTC));
        statement.setString(first + 2, reason);
    }

    /** @throws Conflict (409, proposal-withdrawn) where there is one: it is neither approved nor withdrawn any more */
    public static void requireNone(@Nullable Withdrawal withdrawal) {
        if (withdrawal != null) {
            throw new Conflict(
                    "proposal-withdrawn",
                    "The proposal was withdrawn, at " + withdrawal.at() + ". Propose anew what is to be done.",
                    Map.of("withdrawnAt", withdrawal.at()));
        }
    }
}
