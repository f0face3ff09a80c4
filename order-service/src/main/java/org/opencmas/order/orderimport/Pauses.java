package org.opencmas.order.orderimport;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.orderimport.OrderImport.Waiting;

/** How long trouble that passes by itself is waited out: longer each time, and not for ever. */
final class Pauses {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    /** The longest pause, inclusive. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** How often in a row trouble is waited out, inclusive: about an hour in which the database answers and no piece is done. */
    static final int MOST_IN_A_ROW = 60;

    private static final String WAITS = "; the import waits.";

    private Pauses() {}

    /**
     * One, two, four seconds and so on, a minute at most.
     *
     * @param trouble what is in the way, in words that begin with a small letter
     */
    static Waiting after(@Nullable Waiting before, String trouble, Instant now) {
        int times = (before == null ? 0 : before.times()) + 1;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times - 1, 6));
        String why = Character.toUpperCase(trouble.charAt(0)) + trouble.substring(1) + WAITS;
        return new Waiting(times, why, now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }

    /** Why an import is given up whose trouble did not pass; empty as long as it is waited out. */
    static Optional<String> failure(Waiting waiting) {
        return waiting.times() < MOST_IN_A_ROW
                ? Optional.empty()
                : Optional.of(
                        "It was tried " + waiting.times() + " times in a row and did not come forward. The last time: "
                                + waiting.why().replace(WAITS, "."));
    }
}
