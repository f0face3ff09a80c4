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

    /** How often in a row trouble is waited out, inclusive: about an hour in which the database answers and no piece is done. */
    static final int MOST_IN_A_ROW = 60;

    private static final String WAITS = "; the import waits.";

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
            return "The database had no room" + WAITS;
        }
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "08", "58" -> "The database could not be reached" + WAITS;
            case "57" ->
                state.equals("57014")
                        ? "The database did not answer in time" + WAITS
                        : "The database was being started or stopped" + WAITS;
            case "40" -> "Others changed the same rows" + WAITS;
            case "53" -> "The database had no room" + WAITS;
            // Of what is "not in the required state", only a lock comes free by itself.
            case "55" -> state.equals("55P03") ? "Others held what the import needs" + WAITS : null;
            default -> failure instanceof SQLTransientException ? "The database was busy" + WAITS : null;
        };
    }

    /** Why an import is given up whose trouble did not pass; empty as long as it is waited out. */
    static Optional<String> failure(Waiting waiting) {
        return waiting.times() < MOST_IN_A_ROW
                ? Optional.empty()
                : Optional.of(
                        "It was tried " + waiting.times() + " times in a row and did not come forward. The last time: "
                                + waiting.why().replace(WAITS, "."));
    }

    /** One, two, four seconds and so on, a minute at most. */
    static Waiting after(@Nullable Waiting before, String why, Instant now) {
        int times = (before == null ? 0 : before.times()) + 1;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times - 1, 6));
        return new Waiting(times, why, now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }
}
