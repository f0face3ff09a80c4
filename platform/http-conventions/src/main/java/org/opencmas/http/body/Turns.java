package org.opencmas.http.body;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.opencmas.problem.TooManyRequests;

/**
 * How many requests of a kind are handled at once, and how many of them for one caller. The others wait in the order in
 * which they came, without a thread and without a connection, and are refused (429) when their turn does not come in time.
 */
final class Turns {
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final int atOnce;
    private final int perCaller;
    private final Duration patience;
    private final Map<String, Integer> takenByCaller = new HashMap<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int taken;

    /**
     * @param atOnce turns of all callers, 1 or more
     * @param perCaller turns of one caller, 1 or more
     * @param patience how long a request waits at most
     */
    Turns(Vertx vertx, int atOnce, int perCaller, Duration patience) {
        this.vertx = vertx;
        this.atOnce = atOnce;
        this.perCaller = perCaller;
        this.patience = patience;
    }

    /** One turn. Given back once, however often that is asked for. */
    final class Turn {
        private final String caller;
        private boolean over;

        private Turn(String caller) {
            this.caller = caller;
        }

        void release() {
            giveBack(this);
        }
    }

    private record Waiting(String caller, UniEmitter<? super Turn> emitter) {}

    /** A turn as soon as there is one; fails with 429 when that takes too long. */
    Uni<Turn> take(String caller) {
        return Uni.createFrom().emitter(emitter -> takeOrWait(caller, emitter));
    }

    private void takeOrWait(String caller, UniEmitter<? super Turn> emitter) {
        var request = new Waiting(caller, emitter);
        Turn turn;
        synchronized (this) {
            turn = isFreeFor(caller) ? taken(caller) : null;
            if (turn == null) {
                waiting.add(request);
            }
        }
        if (turn == null) {
            vertx.setTimer(patience.toMillis(), timer -> giveUp(request));
        } else {
            emitter.complete(turn);
        }
    }

    private void giveUp(Waiting request) {
        boolean stillWaiting;
        synchronized (this) {
            stillWaiting = waiting.remove(request);
        }
        if (stillWaiting) {
            request.emitter.fail(new TooManyRequests(
                    "Too many requests of this kind are being handled. Nothing was stored; send the request again.",
                    RETRY));
        }
    }

    private void giveBack(Turn turn) {
        Deque<Runnable> begun = new ArrayDeque<>();
        synchronized (this) {
            if (turn.over) {
                return;
            }
            turn.over = true;
            taken--;
            takenByCaller.computeIfPresent(turn.caller, (name, count) -> count > 1 ? count - 1 : null);
            for (Iterator<Waiting> next = waiting.iterator(); taken < atOnce && next.hasNext(); ) {
                Waiting request = next.next();
                if (isFreeFor(request.caller)) {
                    next.remove();
                    Turn given = taken(request.caller);
                    begun.add(() -> request.emitter.complete(given));
                }
            }
        }
        begun.forEach(Runnable::run);
    }

    private boolean isFreeFor(String caller) {
        return taken < atOnce && takenByCaller.getOrDefault(caller, 0) < perCaller;
    }

    private Turn taken(String caller) {
        taken++;
        takenByCaller.merge(caller, 1, Integer::sum);
        return new Turn(caller);
    }
}
