package org.opencmas.registry.pricelist.job;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.opencmas.longwork.PassingTrouble;
import org.opencmas.problem.Refusal;
import org.opencmas.registry.pricelist.ImportPriceList;

/**
 * How often each import was put off in a row, and until when it waits. It is this instance's alone: another one, and the next start, count
 * anew. For one thread.
 */
final class Patience {
    /** So often an import is put off in a row, inclusive: for an hour, with the pauses between. */
    static final int MOST_TIMES = 60;

    private static final int MOST_CAUSES = 20;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    /** The longest pause, inclusive. */
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** After so long without trouble an import has ended otherwise, as by being cancelled. */
    private static final Duration KEPT = Duration.ofHours(2);

    private final Map<UUID, Wait> waits = new HashMap<>();

    private record Wait(int times, Instant until) {}

    /** What is in the way of an import and says nothing about its file, in words; empty for what would fail again. */
    static Optional<String> inTheWay(Throwable failure) {
        boolean isHeld = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(each ->
                        each instanceof Refusal refusal && refusal.slug().equals(ImportPriceList.BEING_CHANGED));
        return isHeld ? Optional.of("the agreement was being changed") : PassingTrouble.in(failure);
    }

    /** One, two, four seconds and so on, a minute at most; false when it was put off so often that it is to be given up. */
    boolean putOff(UUID importId, Instant now) {
        waits.values().removeIf(wait -> wait.until.plus(KEPT).isBefore(now));
        Wait before = waits.get(importId);
        int times = before == null ? 1 : before.times + 1;
        if (times > MOST_TIMES) {
            return false;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times - 1, 6));
        waits.put(importId, new Wait(times, now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE)));
        return true;
    }

    /** It has ended, or went on without trouble. */
    void forget(UUID importId) {
        waits.remove(importId);
    }

    /** Those that are not to be begun yet. */
    List<UUID> waiting(Instant now) {
        return waits.entrySet().stream()
                .filter(each -> each.getValue().until.isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
    }
}
