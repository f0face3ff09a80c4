package org.opencmas.journal.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.broker.EventSettings;
import org.opencmas.journal.entry.JustCommitted;
import org.opencmas.journal.entry.NumberedEntries;
import org.opencmas.journal.entry.NumberedEntry;
import org.opencmas.journal.entry.WakeUp;

/**
 * Sends committed journal entries to Kafka: each at least once, in the order of positions, none passed over, whatever dies in
 * between. One relay of a service works at a time; another instance's takes over within about a second, or within about six when the
 * process is frozen or cut off and does not end. Before it first sends, a relay compares the journal with what the broker holds.
 *
 * <p>Entries have their positions from the commit, so what follows the last one sent is all there is to send. The note that an
 * entry was sent comes after the broker's acknowledgement.
 *
 * <p>An entry that comes alone is sent at once. Where several were committed together more are on their way, and those are left to
 * gather for a moment: a read and a send after every commit would take processor time from the writers.
 */
public final class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private static final int ENTRIES_AT_A_TIME = 250;
    // Measured: docs/adr/0016.
    private static final int SEVERAL_ENTRIES = 4;
    private static final Duration GATHERING = Duration.ofMillis(10);
    private static final Duration SHORTEST_PAUSE = WakeUp.SOON;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);
    private static final Duration NOTED_EVERY = Duration.ofMillis(100);
    private static final Duration PAUSE_WITHOUT_LOCK = Duration.ofSeconds(1);
    private static final Duration PAUSE_WITHOUT_AGREEMENT = Duration.ofSeconds(1);
    private static final Duration LAST_ENTRIES_WITHIN = Duration.ofSeconds(5);
    private static final Duration LAST_ACKNOWLEDGEMENTS_WITHIN = Duration.ofSeconds(4);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

    private final DataSource dataSource;
    private final EventSettings settings;
    private final WakeUp wakeUp;
    private final JustCommitted justCommitted;
    private final LongAdder acknowledgedTotal = new LongAdder();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean active;
    private volatile @Nullable String disagreement;
    private boolean failing;

    public Relay(DataSource dataSource, EventSettings settings, WakeUp wakeUp, JustCommitted justCommitted) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.wakeUp = wakeUp;
        this.justCommitted = justCommitted;
        this.thread = Thread.ofPlatform().name("journal-relay").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Sends what is committed, waits some seconds for the broker, and leaves the lock to another instance. */
    public void stop() throws InterruptedException {
        stop.countDown();
        wakeUp.call();
        if (!thread.join(STOP_WITHIN)) {
            LOG.warn("The relay did not stop in time; what it did not send will be sent after the next start.");
        }
    }

    /** Whether it is this instance's relay that works. */
    public boolean isActive() {
        return active;
    }

    /** Why nothing may be sent and what is to be done about it; null when the journal agrees with what the broker holds. */
    @Nullable
    public String disagreement() {
        return disagreement;
    }

    /** How many events the broker has acknowledged to this instance. */
    public long acknowledgedTotal() {
        return acknowledgedTotal.sum();
    }

    private void run() {
        try {
            do {
                workWhileThereIsASession();
            } while (!stop.await(PAUSE_WITHOUT_LOCK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void workWhileThereIsASession() throws InterruptedException {
        try {
            Optional<RelaySession> session = RelaySession.open(dataSource);
            if (session.isPresent()) {
                work(session.get());
            }
        } catch (SQLException | RuntimeException | Error e) {
            reportFailure(e);
        } finally {
            active = false;
            justCommitted.setWanted(false);
        }
    }

    private void work(RelaySession openSession) throws SQLException, InterruptedException {
        try (openSession) {
            Publication publication = new Publication(settings, openSession.published(), acknowledgedTotal);
            try {
                if (awaitAgreement(openSession)) {
                    reportStart(openSession);
                    relayUntilStopped(openSession, publication);
                }
            } catch (SQLException e) {
                publication.abandon();
                throw e;
            } finally {
                publication.close(LAST_ACKNOWLEDGEMENTS_WITHIN);
            }
            savePublished(openSession, publication);
        }
    }

    /** Returns once the journal agrees with what the broker holds; false when the service stops before. */
    private boolean awaitAgreement(RelaySession session) throws SQLException, InterruptedException {
        do {
            session.keep();
            try {
                Optional<String> found = session.disagreementWithBroker(settings);
                noteDisagreement(found.orElse(null));
                if (found.isEmpty()) {
                    return true;
                }
            } catch (KafkaException e) {
                reportFailure(e);
            }
        } while (!stop.await(PAUSE_WITHOUT_AGREEMENT.toMillis(), TimeUnit.MILLISECONDS));
        return false;
    }

    private void noteDisagreement(@Nullable String found) {
        if (found != null && disagreement == null) {
            LOG.error(found);
        }
        disagreement = found;
    }

    private void relayUntilStopped(RelaySession session, Publication publication)
            throws SQLException, InterruptedException {
        Duration pause = SHORTEST_PAUSE;
        long notedAt = System.nanoTime();
        while (stop.getCount() > 0) {
            Found found = relayNext(session, publication);
            if (found != Found.NOTHING) {
                pause = SHORTEST_PAUSE;
            }
            if (found == Found.SEVERAL) {
                stop.await(GATHERING.toMillis(), TimeUnit.MILLISECONDS);
            }
            boolean isCalled = found == Found.MORE_THAN_ONE_CYCLE_TAKES || wakeUp.await(pause);
            boolean isIdle = found == Found.NOTHING && !isCalled;
            if (isIdle) {
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
            if (isIdle || System.nanoTime() - notedAt > NOTED_EVERY.toNanos()) {
                savePublished(session, publication);
                notedAt = System.nanoTime();
            }
        }
        sendTheRest(session, publication);
    }

    /** Sends all that is committed by now, for as long as a stop may take: the broker can be away, other instances go on writing. */
    private void sendTheRest(RelaySession session, Publication publication) throws SQLException, InterruptedException {
        long end = System.nanoTime() + LAST_ENTRIES_WITHIN.toNanos();
        while (System.nanoTime() < end) {
            switch (relayNext(session, publication)) {
                case NOTHING -> {
                    return;
                }
                case NO_ROOM -> wakeUp.await(SHORTEST_PAUSE);
                case FEW, SEVERAL, MORE_THAN_ONE_CYCLE_TAKES -> {}
            }
        }
    }

    /** What a cycle found to send. Only what it could not take needs another cycle; what comes meanwhile wakes the relay. */
    private enum Found {
        NOTHING,
        FEW,
        SEVERAL,
        MORE_THAN_ONE_CYCLE_TAKES,
        /** It did not look, because too much is under way or the broker just refused something. */
        NO_ROOM
    }

    private Found relayNext(RelaySession session, Publication publication) throws SQLException, InterruptedException {
        session.keep();
        publication.settle();
        if (!publication.hasRoom()) {
            return Found.NO_ROOM;
        }
        List<NumberedEntry> justNow = justCommitted.takeAfter(publication.sent());
        NumberedEntries next = justNow.isEmpty()
                ? session.after(publication.sent(), ENTRIES_AT_A_TIME)
                : new NumberedEntries(justNow, true);
        if (next.entries().isEmpty()) {
            return Found.NOTHING;
        }
        publication.send(next.entries(), session.olderVersions(next.entries()), session::isSurelyHeld);
        if (!next.isAll()) {
            return Found.MORE_THAN_ONE_CYCLE_TAKES;
        }
        return next.entries().size() < SEVERAL_ENTRIES ? Found.FEW : Found.SEVERAL;
    }

    private static void savePublished(RelaySession session, Publication publication) throws SQLException {
        publication.settle();
        if (publication.acknowledged() > session.published()) {
            session.savePublished(publication.acknowledged());
        }
    }

    private void reportStart(RelaySession session) {
        active = true;
        justCommitted.setWanted(true);
        failing = false;
        LOG.infof("The relay works; published up to position %d.", session.published());
    }

    private void reportFailure(Throwable failure) {
        if (!failing) {
            LOG.warn("The relay stopped in the middle; it begins again each second until it can work.", failure);
            failing = true;
        }
    }
}
