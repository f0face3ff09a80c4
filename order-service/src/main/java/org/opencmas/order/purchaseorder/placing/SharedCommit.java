package org.opencmas.order.purchaseorder.placing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.opencmas.order.purchaseorder.store.Placement;

/**
 * Lets orders that come at the same moment share a commit. A request writes its own order when no other is being written. An order
 * that comes meanwhile waits; one thread writes all waiting orders together, and goes on until none waits. A single order
 * waits for nothing, and the more orders come at once the less each costs. A second writer would gain nothing: it would wait in
 * the database for the first, since commits that record events follow each other.
 *
 * <p>Each caller learns of its own order only: one that cannot be stored does not keep the others of its commit from being so.
 */
@ApplicationScoped
class SharedCommit {
    private static final int MOST_TOGETHER = 64;
    private static final long IDLE_SECONDS = 10;

    // Classes of SQLSTATE.
    private static final String DATA_EXCEPTION = "22";
    private static final String INTEGRITY_VIOLATION = "23";
    private static final String TRANSACTION_ROLLED_BACK = "40";

    private final OrderWriter writer;
    // A thread of its own: a waiting request would first have to be woken, which under load takes as long as writing
    // one order.
    private final Executor waitingWriter = oneThreadThatEndsWhenIdle();
    private final Object lock = new Object();
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private boolean writing;

    SharedCommit(OrderWriter writer) {
        this.writer = writer;
    }

    /** It need not be closed, so a waiting order cannot find it closed. */
    private static Executor oneThreadThatEndsWhenIdle() {
        var executor = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("order-writer").daemon().factory());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** One placement on its way; completes when it is committed. */
    private static final class Turn extends CompletableFuture<Void> {
        private final Placement placement;

        Turn(Placement placement) {
            this.placement = placement;
        }
    }

    /**
     * Returns once the order is committed.
     *
     * @throws SQLException as the database refused this order, a taken number or key for instance
     */
    void write(Placement placement) throws SQLException {
        Turn turn = new Turn(placement);
        if (mustWait(turn)) {
            await(turn);
            return;
        }
        try {
            writer.write(List.of(placement));
        } finally {
            passOn();
        }
    }

    private boolean mustWait(Turn turn) {
        synchronized (lock) {
            if (writing) {
                waiting.add(turn);
                return true;
            }
            writing = true;
            return false;
        }
    }

    private static void await(Turn turn) throws SQLException {
        try {
            turn.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw e;
        }
    }

    private void passOn() {
        synchronized (lock) {
            if (waiting.isEmpty()) {
                writing = false;
                return;
            }
        }
        waitingWriter.execute(this::writeWaiting);
    }

    private void writeWaiting() {
        for (List<Turn> turns = takeWaiting(); !turns.isEmpty(); turns = takeWaiting()) {
            try {
                write(turns);
            } catch (RuntimeException | Error e) {
                fail(turns, e);
            }
        }
    }

    /** The orders that have waited longest; when there are none, the next request writes its order itself. */
    private List<Turn> takeWaiting() {
        synchronized (lock) {
            List<Turn> taken = new ArrayList<>();
            while (!waiting.isEmpty() && taken.size() < MOST_TOGETHER) {
                taken.add(waiting.remove());
            }
            writing = !taken.isEmpty();
            return taken;
        }
    }

    private void write(List<Turn> turns) {
        try {
            writer.write(turns.stream().map(turn -> turn.placement).toList());
            turns.forEach(turn -> turn.complete(null));
        } catch (SQLException together) {
            if (turns.size() > 1 && isAboutOneOfThem(together)) {
                turns.forEach(this::writeAlone);
            } else {
                fail(turns, together);
            }
        }
    }

    /** Whether the data were refused, not the connection or the whole database, which would fail for each of them again. */
    private static boolean isAboutOneOfThem(SQLException refused) {
        String state = refused.getSQLState();
        return state != null
                && (state.startsWith(DATA_EXCEPTION)
                        || state.startsWith(INTEGRITY_VIOLATION)
                        || state.startsWith(TRANSACTION_ROLLED_BACK));
    }

    private void writeAlone(Turn turn) {
        try {
            writer.write(List.of(turn.placement));
            turn.complete(null);
        } catch (SQLException | RuntimeException refused) {
            turn.completeExceptionally(refused);
        }
    }

    private static void fail(List<Turn> turns, Throwable failure) {
        turns.forEach(turn -> turn.completeExceptionally(failure));
    }
}
