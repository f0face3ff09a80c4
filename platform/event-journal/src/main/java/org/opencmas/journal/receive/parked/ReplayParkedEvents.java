package org.opencmas.journal.receive.parked;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.opencmas.journal.broker.Delivery;
import org.opencmas.journal.receive.handling.AfterCommit;
import org.opencmas.journal.receive.handling.DatabaseUnavailable;
import org.opencmas.journal.receive.handling.HandlingOnce;
import org.opencmas.journal.receive.handling.HandlingOnce.Applied;
import org.opencmas.journal.receive.handling.Transactions;
import org.opencmas.journal.receive.handling.Transactions.WorkFailed;
import org.opencmas.journal.receive.parked.ParkedEvents.ParkedEvent;

/**
 * Tries parked events again, one at a time: by itself what is due, in the event loop's thread, and at somebody's command the first of a
 * key, in any thread.
 */
public final class ReplayParkedEvents {

    private static final Logger LOG = Logger.getLogger(ReplayParkedEvents.class);

    private static final int EVENTS_AT_A_TIME = 20;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final HandlingOnce handling;
    private final ParkedEvents parkedEvents;
    private final Retries retries;
    private final Parking parking;
    private final HeldBack heldBack;
    private final AfterCommit afterCommit;
    private long lookNanos = System.nanoTime();
    private boolean knownVersionsScheduled;

    public ReplayParkedEvents(
            Transactions transactions,
            HandlingOnce handling,
            ParkedEvents parkedEvents,
            Retries retries,
            Parking parking,
            HeldBack heldBack,
            AfterCommit afterCommit) {
        this.transactions = transactions;
        this.handling = handling;
        this.parkedEvents = parkedEvents;
        this.retries = retries;
        this.parking = parking;
        this.heldBack = heldBack;
        this.afterCommit = afterCommit;
    }

    /** How long the event loop may wait for events before it should look for what is to be tried again. */
    public Duration untilNextLook(Duration atMost) {
        Duration until = Duration.ofNanos(Math.max(0, lookNanos - System.nanoTime()));
        return until.compareTo(atMost) < 0 ? until : atMost;
    }

    /** Something becomes due then. */
    public void lookIn(Duration pause) {
        long nanos = System.nanoTime() + pause.toNanos();
        if (nanos - lookNanos < 0) {
            lookNanos = nanos;
        }
    }

    /** Tries again what is due. Asks the database once a second, or sooner where something is known to become due. */
    public void replayWhatIsDue() throws DatabaseUnavailable, WorkFailed {
        if (System.nanoTime() - lookNanos < 0) {
            return;
        }
        scheduleKnownVersions();
        List<ParkedEvent> due =
                transactions.commit(connection -> parkedEvents.due(connection, heldBack.topics(), EVENTS_AT_A_TIME));
        lookNanos = System.nanoTime() + LOOK_EVERY.toNanos();
        for (ParkedEvent event : due) {
            replay(event);
        }
    }

    private void scheduleKnownVersions() throws DatabaseUnavailable, WorkFailed {
        if (!knownVersionsScheduled) {
            int scheduled = transactions.commit(
                    connection -> retries.scheduleKnownVersions(connection, handling::knowsVersion));
            knownVersionsScheduled = true;
            if (scheduled > 0) {
                LOG.infof("Parked events of %d keys are of versions that are known now; they are replayed.", scheduled);
            }
        }
    }

    private void replay(ParkedEvent event) throws DatabaseUnavailable, WorkFailed {
        String by = event.retryBy() == null ? "the service itself" : event.retryBy();
        try {
            afterCommit.of(transactions.commit(connection -> {
                Applied applied = replay(connection, event, by);
                retries.follow(connection, event.delivery(), by);
                return applied;
            }));
            heldBack.succeeded(event.delivery());
            heldBack.letGo();
            lookIn(Duration.ZERO);
        } catch (WorkFailed e) {
            heldBack.failed(event.delivery(), e);
            lookIn(parking.parkAgain(event, e).pause());
            heldBack.holdWhatFailsThroughout();
        }
    }

    /**
     * Handles the event that has waited longest for the given key; answers it, or nothing when none waits.
     *
     * @throws WorkFailed when it fails again; it stays parked, with the new error
     */
    public Optional<ParkedEvent> replayFirst(String topic, String key, String by)
            throws DatabaseUnavailable, WorkFailed {
        Optional<ParkedEvent> first =
                transactions.commit(connection -> parkedEvents.firstWaiting(connection, topic, key));
        if (first.isPresent()) {
            try {
                afterCommit.of(transactions.commit(connection -> replay(connection, first.get(), by)));
            } catch (WorkFailed e) {
                heldBack.countFailure();
                parking.leaveParked(first.get(), e);
                throw e;
            }
        }
        return first;
    }

    private Applied replay(Connection connection, ParkedEvent event, String by) throws SQLException {
        Delivery delivery = event.delivery();
        parkedEvents.lockKey(connection, delivery.topic(), delivery.key());
        if (!parkedEvents.isWaiting(connection, event.id())) {
            return Applied.nothing();
        }
        Applied applied = handling.applyAlone(connection, delivery);
        parkedEvents.markReplayed(connection, event.id(), by);
        return applied;
    }
}
