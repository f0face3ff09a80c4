package org.opencmas.longwork;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.opencmas.tenant.Tenant;

/**
 * Does the waiting {@link LongWork}, each kind on a thread of its own. The instance that holds a kind's advisory lock works on it; when
 * that instance ends, for any reason, the database frees the lock and another instance goes on.
 */
@ApplicationScoped
class LongWorkLoop {
    private static final Logger LOG = Logger.getLogger(LongWorkLoop.class);

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final CountDownLatch stop = new CountDownLatch(1);
    private final DataSource dataSource;
    private final List<Thread> threads;

    LongWorkLoop(@All List<LongWork> kinds, DataSource dataSource) {
        this.dataSource = dataSource;
        threads = kinds.stream()
                .map(work -> Thread.ofPlatform().daemon().name(work.name()).unstarted(() -> follow(work)))
                .toList();
    }

    void start(@Observes StartupEvent started) {
        threads.forEach(Thread::start);
    }

    /** Work that does not stop within a few seconds is left to another instance or the next start. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stop.countDown();
        for (Thread thread : threads) {
            if (thread.isAlive() && !thread.join(STOP_WITHIN)) {
                LOG.infof("%s is left off; another instance or the next start goes on with it.", thread.getName());
            }
        }
    }

    private void follow(LongWork work) {
        Duration pause = LOOK_EVERY;
        while (!isStopped(pause)) {
            pause = Tenant.seeingAll(() -> goOn(work)) ? LOOK_EVERY : PAUSE_AFTER_FAILURE;
        }
    }

    /** The thread is the loop's own and ends by the latch alone: what interrupts the work must not end it for good, unseen. */
    private boolean isStopped(Duration pause) {
        try {
            return stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interruptedWork) {
            return stop.getCount() == 0;
        }
    }

    /** False when it failed, be it with an error: nobody would start the thread anew. */
    private boolean goOn(LongWork work) {
        try (Connection connection = dataSource.getConnection()) {
            if (work.isWaiting(connection) && lock(connection, work.name())) {
                try {
                    work.goOn(() -> stop.getCount() == 0);
                } finally {
                    unlock(connection, work.name());
                }
            }
            return true;
        } catch (Throwable e) {
            if (stop.getCount() > 0) {
                LOG.warnf(e, "%s failed; it is tried again.", work.name());
            }
            return false;
        }
    }

    private static boolean lock(Connection connection, String name) throws SQLException {
        return ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", name);
    }

    private static void unlock(Connection connection, String name) throws SQLException {
        ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
    }

    private static boolean ask(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
