package org.opencmas.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;
import org.opencmas.journal.HandlingOnce.Applied;
import org.opencmas.journal.Transactions.WorkFailed;

/**
 * Handles what was delivered: all in one transaction as long as nothing goes wrong, otherwise one by one, so that a failing
 * event stops only those of its own key. What fails again and again is parked.
 */
final class BatchHandling {

    private static final Logger LOG = Logger.getLogger(BatchHandling.class);

    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_RETRY_AFTER = Duration.ofMillis(100);
    private static final int NEXT_RETRY_TIMES_LATER = 4;

    private final Transactions transactions;
    private final HandlingOnce handling;
    private final ParkedEvents parkedEvents;
    private final Runnable relay;
    private final CountDownLatch stop;
    // By source, the latest event that nobody here asked for and that is not noted yet; of the event loop's thread
    // alone.
    private final Map<String, ReceivedEvent> passedOver = new HashMap<>();
    private final LongAdder handledTotal = new LongAdder();
    private final LongAdder failureTotal = new LongAdder();

    /**
     * Handling that ends with the service.
     *
     * @param relay is told when something was committed
     * @param stop is counted down when the service stops
     */
    BatchHandling(
            Transactions transactions,
            HandlingOnce handling,
            ParkedEvents parkedEvents,
            Runnable relay,
            CountDownLatch stop) {
        this.transactions = transactions;
        this.handling = handling;
        this.parkedEvents = parkedEvents;
        this.relay = relay;
        this.stop = stop;
    }

    long handledTotal() {
        return handledTotal.sum();
    }

    long failureTotal() {
        return failureTotal.sum();
    }

    /**
     * Handles the deliveries, each key's in order; answers false when the service stops before all are handled or parked.
     *
     * @throws DatabaseUnavailable when it is the database that fails; what was not handled must be delivered again
     * @throws WorkFailed when an event could not even be parked
     */
    boolean handle(List<Delivery> deliveries) throws DatabaseUnavailable, WorkFailed, InterruptedException {
        List<Delivery> concerning =
                deliveries.stream().filter(delivery -> !passOver(delivery)).toList();
        if (concerning.isEmpty() || handleTogether(concerning)) {
            return true;
        }
        for (Delivery delivery : concerning) {
            if (!handleOrPark(delivery)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Notes how far the sources were followed when the latest of their events concerned nobody here. Not worth a transaction
     * while others come, it is done with theirs or, when nothing comes, by this call.
     */
    void noteWhatWasPassedOver() throws DatabaseUnavailable, WorkFailed {
        if (!passedOver.isEmpty()) {
            transactions.commit(connection -> {
                RoundTrip last = new RoundTrip();
                HandlingOnce.follow(last, passedOver.values().stream());
                last.sendAndCommit(connection);
                return passedOver;
            });
            passedOver.clear();
        }
    }

    private boolean passOver(Delivery delivery) {
        if (!handling.passesOver(delivery)) {
            return false;
        }
        try {
            ReceivedEvent event = CloudEvents.toEvent(delivery);
            passedOver.merge(event.source(), event, HandlingOnce::later);
            return true;
        } catch (CloudEvents.UnreadableEvent e) {
            return false;
        }
    }

    private boolean handleTogether(List<Delivery> deliveries) throws DatabaseUnavailable {
        try {
            commitTogether(deliveries);
            return true;
        } catch (WorkFailed e) {
            LOG.debugf(e, "A batch of %d fails; perhaps some of it was handled before.", deliveries.size());
            return handleNewTogether(deliveries);
        }
    }

    /** The same without what was handled before, as is delivered again after a crash; false when that is not what hinders. */
    private boolean handleNewTogether(List<Delivery> deliveries) throws DatabaseUnavailable {
        try {
            List<Delivery> fresh = transactions.commit(connection -> handling.newAmong(connection, deliveries));
            if (fresh.size() == deliveries.size()) {
                return false;
            }
            if (!fresh.isEmpty()) {
                commitTogether(fresh);
            }
            return true;
        } catch (WorkFailed e) {
            LOG.debugf(e, "The new ones among %d fail too; they are handled one by one.", deliveries.size());
            return false;
        }
    }

    private void commitTogether(List<Delivery> deliveries) throws DatabaseUnavailable, WorkFailed {
        afterCommit(transactions.commit(connection -> {
            Applied all = handling.applyAll(connection, deliveries, passedOver.values());
            all.statements().sendAndCommit(connection);
            return all;
        }));
        passedOver.clear();
    }

    private boolean handleOrPark(Delivery delivery) throws DatabaseUnavailable, WorkFailed, InterruptedException {
        Duration retryAfter = FIRST_RETRY_AFTER;
        for (int attempt = 1; ; attempt++) {
            try {
                afterCommit(transactions.commit(connection -> handling.isHandled(connection, delivery)
                        ? Applied.nothing()
                        : handleUnlessOthersWait(connection, delivery)));
                return true;
            } catch (WorkFailed e) {
                failureTotal.increment();
                if (attempt == ATTEMPTS || isHopeless(e)) {
                    park(delivery, e, attempt);
                    return true;
                }
            }
            if (stop.await(retryAfter.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            retryAfter = retryAfter.multipliedBy(NEXT_RETRY_TIMES_LATER);
        }
    }

    private Applied handleUnlessOthersWait(Connection connection, Delivery delivery) throws SQLException {
        parkedEvents.lockKey(connection, delivery.topic(), delivery.key());
        if (parkedEvents.holdsAnyKeyOf(connection, List.of(delivery))) {
            parkedEvents.park(connection, delivery, "waits behind an earlier event of the same key", 0);
            return Applied.nothing();
        }
        return applied(connection, delivery);
    }

    /** Whether another attempt of the same program must fail in the same way. */
    private static boolean isHopeless(WorkFailed failure) {
        return failure.getCause() instanceof CloudEvents.UnreadableEvent
                || failure.getCause() instanceof EventHandlers.UnknownVersion
                || failure.getCause() instanceof CopiedVersions.OutOfStep;
    }

    private void park(Delivery delivery, WorkFailed failure, int attempts) throws DatabaseUnavailable, WorkFailed {
        transactions.commit(connection -> {
            parkedEvents.lockKey(connection, delivery.topic(), delivery.key());
            parkedEvents.park(connection, delivery, failure.reason(), attempts);
            return delivery;
        });
        LOG.errorf(
                failure.getCause(), "Parked %s after %d attempts; later events of its key wait.", delivery, attempts);
    }

    /**
     * Handles the event that has waited longest for the given key; answers it, or nothing when none waits.
     *
     * @throws WorkFailed when it fails again; it stays parked, with the new error
     */
    Optional<ParkedEvents.ParkedEvent> replayFirst(String topic, String key, String by)
            throws DatabaseUnavailable, WorkFailed {
        Optional<ParkedEvents.ParkedEvent> first =
                transactions.commit(connection -> parkedEvents.firstWaiting(connection, topic, key));
        if (first.isPresent()) {
            try {
                afterCommit(transactions.commit(connection -> replay(connection, first.get(), by)));
            } catch (WorkFailed e) {
                failureTotal.increment();
                transactions.commit(connection -> {
                    parkedEvents.noteFailedReplay(connection, first.get().id(), e.reason());
                    return first;
                });
                throw e;
            }
        }
        return first;
    }

    private Applied replay(Connection connection, ParkedEvents.ParkedEvent event, String by) throws SQLException {
        parkedEvents.lockKey(
                connection, event.delivery().topic(), event.delivery().key());
        Applied applied = applied(connection, event.delivery());
        parkedEvents.markReplayed(connection, event.id(), by);
        return applied;
    }

    private Applied applied(Connection connection, Delivery delivery) throws SQLException {
        Applied applied = handling.applyOne(connection, delivery);
        applied.statements().send(connection);
        return applied;
    }

    private void afterCommit(Applied applied) {
        if (applied.events() > 0) {
            relay.run();
            handledTotal.add(applied.events());
            applied.afterCommit().forEach(BatchHandling::run);
        }
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("Events took effect, but what should follow their commit failed.", e);
        }
    }
}
