package org.opencmas.registry.pricelist.job;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Refusal;
import org.opencmas.registry.pricelist.ImportPriceList;

/** A failure that says nothing about the file: the database is away or busy, or the agreement is being changed. */
final class PassingFailure {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String STATEMENT_ENDED = "57014";
    private static final int MOST_CAUSES = 20;

    private PassingFailure() {}

    /** What is in the way, in words; empty for what would fail again. */
    static Optional<String> in(Throwable failure) {
        int depth = 0;
        for (Throwable each = failure; each != null && depth++ < MOST_CAUSES; each = each.getCause()) {
            String words = words(each);
            if (words != null) {
                return Optional.of(words);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String words(Throwable failure) {
        if (failure instanceof Refusal refusal && refusal.slug().equals(ImportPriceList.BEING_CHANGED)) {
            return "the agreement was being changed";
        }
        return failure instanceof SQLException sql ? words(sql) : null;
    }

    private static @Nullable String words(SQLException failure) {
        String state = failure.getSQLState();
        // The pool has no state to tell: no connection came free in time.
        String other = failure instanceof SQLTransientException ? "the database was busy" : null;
        if (state == null || state.length() != 5) {
            return other;
        }
        return switch (state.substring(0, 2)) {
            case "08" -> "the database could not be reached";
            case "40" -> "others changed the same rows";
            case "53" -> "the database had no room";
            case "55" -> state.equals(LOCK_NOT_AVAILABLE) ? "others held what the import needs" : other;
            case "57" ->
                state.equals(STATEMENT_ENDED)
                        ? "the database did not answer in time"
                        : "the database was being started or stopped";
            default -> other;
        };
    }
}
