package org.opencmas.fees.datedfigure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Who proposed a dated figure and who made it count.
 *
 * @param activatedBy another person than proposed it; null, like the time, while it does not count
 */
public record Approval(
        String proposedBy,
        Instant proposedAt,
        @Nullable String activatedBy,
        @Nullable Instant activatedAt) {
    /** Reads the four columns from the first one on. */
    static Approval of(ResultSet row, int first) throws SQLException {
        OffsetDateTime activatedAt = row.getObject(first + 3, OffsetDateTime.class);
        return new Approval(
                row.getString(first),
                row.getObject(first + 1, OffsetDateTime.class).toInstant(),
                row.getString(first + 2),
                activatedAt == null ? null : activatedAt.toInstant());
    }
}
