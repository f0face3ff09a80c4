package org.opencmas.order.purchaseorder;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Lets orders that come at the same moment share a commit. Whoever comes while nobody writes, writes; whoever comes meanwhile
 * waits, and one of those who wait then writes for all of them. An order alone waits for nobody, and the more come at once the
 * less each costs. A second writer would wait for the first in the database: commits that record events follow each other.
 *
 * <p>Each caller learns of its own order only: one that cannot be stored does not keep the others of its commit from being so.
 */
@ApplicationScoped
class SharedCommit {
    private static final int MOST_TOGETHER = 64;

    // Classes of SQLSTATE.
    private static final String DATA_EXCEPTION = "22";
    private static final String INTEGRITY_VIOLATION = "23";
    private static final String TRANSACTION_ROLLED_BACK = "40";

    private final OrderWriter writer;
    private final Object lock = new Object();
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private boolean writing;

    SharedCommit(OrderWriter writer) {
        this.writer = writer;
    }

    /** One placement on its way; completes with true when its caller is to write, with false when it has been written. */
    private static final class Turn extends CompletableFuture<Boolean> {
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
        Turn mine = new Turn(placement);
        synchronized (lock) {
            if (writing) {
                waiting.add(mine);
            } else {
                writing = true;
                mine.complete(true);
            }
        }
        if (mustWrite(mine)) {
            writeWithThoseWaiting(mine);
        }
    }

    private static boolean mustWrite(Turn turn) throws SQLException {
        try {
            return turn.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw e;
        }
    }

    private void writeWithThoseWaiting(Turn mine) throws SQLException {
        List<Turn> others = takeWaiting();
        try {
            write(mine, others);
        } catch (SQLException | RuntimeException | Error e) {
            others.forEach(other -> other.completeExceptionally(e));
            throw e;
        } finally {
            passOn();
        }
    }

    private List<Turn> takeWaiting() {
        synchronized (lock) {
            List<Turn> taken = new ArrayList<>();
            while (!waiting.isEmpty() && taken.size() < MOST_TOGETHER - 1) {
                taken.add(waiting.remove());
            }
            return taken;
        }
    }

    private void passOn() {
        synchronized (lock) {
            Turn next = waiting.poll();
            if (next == null) {
                writing = false;
            } else {
                next.complete(true);
            }
        }
    }

    private void write(Turn mine, List<Turn> others) throws SQLException {
        List<Placement> all = new ArrayList<>();
        all.add(mine.placement);
        others.forEach(other -> all.add(other.placement));
        try {
            writer.write(all);
            others.forEach(other -> other.complete(false));
        } catch (SQLException together) {
            if (others.isEmpty() || !isAboutOneOfThem(together)) {
                throw together;
            }
            others.forEach(this::writeAlone);
            writer.write(List.of(mine.placement));
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
            turn.complete(false);
        } catch (SQLException | RuntimeException refused) {
            turn.completeExceptionally(refused);
        }
    }
}
