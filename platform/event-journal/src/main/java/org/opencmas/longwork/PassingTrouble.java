package org.opencmas.longwork;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.answer.NoConnection;

/**
 * Tells trouble of the database that passes by itself, and that says nothing about the work, from what would fail again. It stands for
 * nothing else: what else passes, the feature knows.
 */
public final class PassingTrouble {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String STATEMENT_ENDED = "57014";
    private static final int MOST_CAUSES = 20;

    private PassingTrouble() {}

    /** What is in the way, in words that begin a sentence's middle; empty for what would fail again. */
    public static Optional<String> in(Throwable failure) {
        int depth = 0;
        for (Throwable each = failure; each != null && depth++ < MOST_CAUSES; each = each.getCause()) {
            String words = each instanceof SQLException sql ? words(sql) : null;
            if (words != null) {
                return Optional.of(words);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String words(SQLException failure) {
        if (NoConnection.isWhy(failure)) {
            return "no connection to the database came free";
        }
        String state = failure.getSQLState();
        String other = failure instanceof SQLTransientException ? "the database was busy" : null;
        if (state == null || state.length() != 5) {
            return other;
        }
        return switch (state.substring(0, 2)) {
            case "08", "58" -> "the database could not be reached";
            case "40" -> "others changed the same rows";
            case "53" -> "the database had no room";
            // Of what is "not in the required state", only a lock comes free by itself.
            case "55" -> state.equals(LOCK_NOT_AVAILABLE) ? "others held what the work needs" : other;
            case "57" ->
                state.equals(STATEMENT_ENDED)
                        ? "the database did not answer in time"
                        : "the database was being started or stopped";
            default -> other;
        };
    }
}
