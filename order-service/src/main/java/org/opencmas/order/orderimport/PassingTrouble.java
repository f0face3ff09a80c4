package org.opencmas.order.orderimport;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.orderimport.OrderImport.Waiting;

/** Tells trouble that passes by itself from what is wrong with the work, and how long it is waited out. */
final class PassingTrouble {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    /** The longest pause, inclusive. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private PassingTrouble() {}

    /** In words; empty for what would fail again. */
    static Optional<String> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.ofNullable(words(sql));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String words(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            // The pool, not the database: no connection came free in time.
            return "The database had no room; the import waits.";
        }
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "08", "58" -> "The database could not be reached; the import waits.";
            case "57" ->
                state.equals("57014")
                        ? "The database did not answer in time; the import waits."
                        : "The database was being started or stopped; the import waits.";
            case "40" -> "Others changed the same rows; the import waits.";
            case "53" -> "The database had no room; the import waits.";
            case "55" -> "Others held what the import needs; the import waits.";
            default -> failure instanceof SQLTransientException ? "The database was busy; the import waits." : null;
        };
    }

    /** One, two, four seconds and so on, a minute at most. */
    static Waiting after(@Nullable Waiting before, String why, Instant now) {
        int times = (before == null ? 0 : before.times()) + 1;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times - 1, 6));
        return new Waiting(times, why, now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }
}
