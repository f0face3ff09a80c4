package org.opencmas.journal.receive;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.broker.CloudEvents;
import org.opencmas.journal.broker.Delivery;
import org.opencmas.journal.receive.HandlingOnce.Applied;
import org.opencmas.journal.receive.ParkedEvents.ParkedEvent;
import org.opencmas.journal.receive.Progress.Share;
import org.opencmas.journal.receive.Transactions.WorkFailed;
import org.opencmas.sql.RoundTrip;

/**
 * Handles what was delivered: all in one transaction as long as nothing goes wrong, otherwise one by one, so that a failing
 * event stops only those of its own key. What fails is parked at once and tried again from there, while others go on; what fails again
 * and again stays parked. Where events fail for several keys in a row it is not they that are at fault, and none is parked.
 */
public final class BatchHandling {

    private static final Logger LOG = Logger.getLogger(BatchHandling.class);

    private static final int RETRIES_AT_A_TIME = 20;
    private static final Duration LOOK_FOR_RETRIES_EVERY = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final HandlingOnce handling;
    private final ParkedEvents parkedEvents;
    private final Retries retries;
    private final Runnable relay;
    private final Progress.Topology topology = new Progress.Topology();
    private final Progress progress = new Progress(topology);
    private final FailureStreaks streaks = new FailureStreaks();
    private final LongAdder handledTotal = new LongAdder();
    private final LongAdder failureTotal = new LongAdder();
    private volatile Map<String, String> heldBack = Map.of();
    private long lookForRetriesNanos = System.nanoTime();
    private boolean knownVersionsScheduled;

    /**
     * Handling of events.
     *
     * @param relay is told when something was committed
     */
    public BatchHandling(
            Transactions transactions,
            HandlingOnce handling,
            ParkedEvents parkedEvents,
            Retries retries,
            Runnable relay) {
        this.transactions = transactions;
        this.handling = handling;
        this.parkedEvents = parkedEvents;
        this.retries = retries;
        this.relay = relay;
    }

    public long handledTotal() {
        return handledTotal.sum();
    }

    public long failureTotal() {
        return failureTotal.sum();
    }

    /** By topic, why its events are held back at present; mostly nothing. */
    public Map<String, String> heldBack() {
        return heldBack;
    }

    /** What the event loop tells of the topics that it follows. */
    Progress.Topology topology() {
        return topology;
    }

    /**
     * Handles the deliveries, each key's in order.
     *
     * @return the topics of which something was neither handled nor parked, and must be delivered again later
     * @throws DatabaseUnavailable when it is the database that fails; what was not handled must be delivered again
     * @throws WorkFailed when an event could not even be parked
     */
    Set<String> handle(List<Delivery> deliveries) throws DatabaseUnavailable, WorkFailed {
        List<Delivery> concerning =
                deliveries.stream().filter(delivery -> !passesOver(delivery)).toList();
        if (!concerning.isEmpty() && handleTogether(concerning, progress.with(deliveries))) {
            return Set.of();
        }
        Set<String> left = handleOneByOne(concerning);
        topology.notCaughtUp(left);
        deliveries.stream().filter(delivery -> !left.contains(delivery.topic())).forEach(progress::follow);
        return left;
    }

    private boolean passesOver(Delivery delivery) {
        if (!handling.passesOver(delivery)) {
            return false;
        }
        try {
            CloudEvents.toEvent(delivery);
            return true;
        } catch (CloudEvents.UnreadableEvent e) {
            return false;
        }
    }

    /**
     * Notes how far the sources were followed when the latest of their events concerned nobody here. Not worth a transaction
     * while others come, it is done with theirs or, when nothing comes, by this call.
     */
    void noteWhatWasPassedOver() throws DatabaseUnavailable, WorkFailed {
        if (!progress.isEmpty()) {
            transactions.commit(connection -> {
                RoundTrip last = new RoundTrip();
                progress.addTo(last);
                last.sendAndCommit(connection);
                return progress;
            });
            progress.noted();
        }
    }

    /** Forgets how far other topics were followed, which nobody does any more. */
    void followOnly(Map<String, Integer> partitionsByTopic) throws DatabaseUnavailable, WorkFailed {
        transactions.commit(connection -> {
            IdlePartitions.keepOnly(connection, partitionsByTopic.keySet());
            return partitionsByTopic;
        });
        topology.follow(partitionsByTopic);
    }

    /** See {@link IdlePartitions}. */
    Map<Share, Long> behind() throws DatabaseUnavailable, WorkFailed {
        return transactions.commit(IdlePartitions::behind);
    }

    /** See {@link IdlePartitions}. */
    void advance(Map<Share, Long> toPositions) throws DatabaseUnavailable, WorkFailed {
        transactions.commit(connection -> {
            IdlePartitions.advance(connection, toPositions);
            return toPositions;
        });
    }

    private boolean handleTogether(List<Delivery> deliveries, Progress then) throws DatabaseUnavailable {
        try {
            commitTogether(deliveries, then);
            return true;
        } catch (WorkFailed e) {
            LOG.debugf(e, "A batch of %d fails; perhaps some of it was handled before.", deliveries.size());
            return handleNewTogether(deliveries, then);
        }
    }

    /** The same without what was handled before, as is delivered again after a crash; false when that is not what hinders. */
    private boolean handleNewTogether(List<Delivery> deliveries, Progress then) throws DatabaseUnavailable {
        try {
            List<Delivery> fresh = transactions.commit(connection -> handling.newAmong(connection, deliveries));
            if (fresh.size() == deliveries.size()) {
                return false;
            }
            commitTogether(fresh, then);
            return true;
        } catch (WorkFailed e) {
            LOG.debugf(e, "The new ones among %d fail too; they are handled one by one.", deliveries.size());
            return false;
        }
    }

    private void commitTogether(List<Delivery> deliveries, Progress then) throws DatabaseUnavailable, WorkFailed {
        Applied applied = transactions.commit(connection -> {
            Applied all = handling.applyAll(connection, deliveries, then);
            all.statements().sendAndCommit(connection);
            return all;
        });
        then.noted();
        progress.noted();
        deliveries.forEach(streaks::succeeded);
        noteHeldBack();
        afterCommit(applied);
    }

    /** Answers the topics of which something is left, because it is not the events that are at fault. */
    private Set<String> handleOneByOne(List<Delivery> deliveries) throws DatabaseUnavailable, WorkFailed {
        Map<Key, WorkFailed> failures = new HashMap<>();
        List<Delivery> left = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            if (failures.containsKey(Key.of(delivery))) {
                left.add(delivery);
            } else {
                try {
                    handleOne(delivery);
                } catch (WorkFailed e) {
                    noteFailure(delivery, e);
                    failures.put(Key.of(delivery), e);
                    left.add(delivery);
                }
            }
        }
        holdBackWhatFailsThroughout();
        Set<String> held = new HashSet<>();
        for (Delivery delivery : left) {
            if (heldBack.containsKey(delivery.topic())) {
                held.add(delivery.topic());
            } else {
                park(delivery, failures.remove(Key.of(delivery)));
            }
        }
        return held;
    }

    private record Key(String topic, String key) {

        static Key of(Delivery delivery) {
            return new Key(delivery.topic(), delivery.key());
        }
    }

    private void handleOne(Delivery delivery) throws DatabaseUnavailable, WorkFailed {
        Applied applied = transactions.commit(connection -> handling.isHandled(connection, delivery)
                ? Applied.nothing()
                : handleUnlessOthersWait(connection, delivery));
        if (applied.events() > 0) {
            streaks.succeeded(delivery);
        }
        afterCommit(applied);
    }

    private Applied handleUnlessOthersWait(Connection connection, Delivery delivery) throws SQLException {
        parkedEvents.lockKey(connection, delivery.topic(), delivery.key());
        if (parkedEvents.holdsAnyKeyOf(connection, List.of(delivery))) {
            parkedEvents.parkBehind(connection, delivery);
            return Applied.nothing();
        }
        return applied(connection, delivery);
    }

    private void noteFailure(Delivery delivery, WorkFailed failure) {
        failureTotal.increment();
        streaks.failed(delivery, failure.reason());
    }

    private void noteHeldBack() {
        if (!heldBack.isEmpty()) {
            heldBack = streaks.systematic();
            if (heldBack.isEmpty()) {
                LOG.info("Events take effect again; no topic is held back.");
            }
        }
    }

    /** What was given up before it was seen that everything fails is tried anew once something takes effect again. */
    private void holdBackWhatFailsThroughout() throws DatabaseUnavailable, WorkFailed {
        Map<String, String> before = heldBack;
        Map<String, String> now = streaks.systematic();
        for (Map.Entry<String, String> topic : now.entrySet()) {
            if (!before.containsKey(topic.getKey())) {
                LOG.errorf("Events of %s are held back and not parked: %s", topic.getKey(), topic.getValue());
                transactions.commit(connection -> {
                    retries.rearm(connection, topic.getKey(), streaks.keys(topic.getKey()));
                    return topic;
                });
            }
        }
        heldBack = now;
    }

    /** @param failure null for an event that only waits behind another */
    private void park(Delivery delivery, @Nullable WorkFailed failure) throws DatabaseUnavailable, WorkFailed {
        if (failure == null) {
            transactions.commit(connection -> {
                parkedEvents.lockKey(connection, delivery.topic(), delivery.key());
                parkedEvents.parkBehind(connection, delivery);
                return delivery;
            });
            return;
        }
        ParkingCause cause = ParkingCause.of(failure);
        Retries.Next next = retries.after(cause.isHopeless() ? 0 : Retries.ATTEMPTS - 1);
        transactions.commit(connection -> {
            parkedEvents.lockKey(connection, delivery.topic(), delivery.key());
            parkedEvents.park(connection, delivery, failure.reason(), cause, 1, next);
            return delivery;
        });
        lookForRetriesIn(Retries.firstPause());
        reportParked(delivery, failure, 1, next);
    }

    private static void reportParked(Delivery delivery, WorkFailed failure, int attempts, Retries.Next next) {
        if (next.at() == null) {
            LOG.errorf(
                    failure.getCause(),
                    "Parked %s after %d attempts; later events of its key wait.",
                    delivery,
                    attempts);
        }
    }

    /** How long the event loop may wait for events before it should look for what is to be tried again. */
    Duration untilNextRetry(Duration atMost) {
        Duration until = Duration.ofNanos(Math.max(0, lookForRetriesNanos - System.nanoTime()));
        return until.compareTo(atMost) < 0 ? until : atMost;
    }

    private void lookForRetriesIn(Duration pause) {
        long nanos = System.nanoTime() + pause.toNanos();
        if (nanos - lookForRetriesNanos < 0) {
            lookForRetriesNanos = nanos;
        }
    }

    /** Tries again what is due. Asks the database once a second, or sooner where something is known to become due. */
    void retryWhatIsDue() throws DatabaseUnavailable, WorkFailed {
        if (System.nanoTime() - lookForRetriesNanos < 0) {
            return;
        }
        scheduleKnownVersions();
        Set<String> held = heldBack.keySet();
        List<ParkedEvent> due =
                transactions.commit(connection -> parkedEvents.due(connection, held, RETRIES_AT_A_TIME));
        lookForRetriesNanos = System.nanoTime() + LOOK_FOR_RETRIES_EVERY.toNanos();
        for (ParkedEvent event : due) {
            retry(event);
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

    private void retry(ParkedEvent event) throws DatabaseUnavailable, WorkFailed {
        String by = event.retryBy() == null ? "the service itself" : event.retryBy();
        try {
            afterCommit(transactions.commit(connection -> {
                Applied applied = replay(connection, event, by);
                retries.follow(connection, event.delivery(), by);
                return applied;
            }));
            streaks.succeeded(event.delivery());
            noteHeldBack();
            lookForRetriesIn(Duration.ZERO);
        } catch (WorkFailed e) {
            noteFailure(event.delivery(), e);
            ParkingCause cause = ParkingCause.of(e);
            Retries.Next next = retries.after(cause.isHopeless() ? 0 : event.retriesLeft() - 1);
            transactions.commit(connection -> {
                parkedEvents.noteFailedReplay(connection, event.id(), e.reason(), cause, next);
                return event;
            });
            reportParked(event.delivery(), e, event.attempts() + 1, next);
            lookForRetriesIn(next.pause());
            holdBackWhatFailsThroughout();
        }
    }

    /**
     * Handles the event that has waited longest for the given key; answers it, or nothing when none waits.
     *
     * @throws WorkFailed when it fails again; it stays parked, with the new error
     */
    Optional<ParkedEvent> replayFirst(String topic, String key, String by) throws DatabaseUnavailable, WorkFailed {
        Optional<ParkedEvent> first =
                transactions.commit(connection -> parkedEvents.firstWaiting(connection, topic, key));
        if (first.isPresent()) {
            try {
                afterCommit(transactions.commit(connection -> replay(connection, first.get(), by)));
            } catch (WorkFailed e) {
                failureTotal.increment();
                transactions.commit(connection -> {
                    parkedEvents.noteFailedReplay(
                            connection, first.get().id(), e.reason(), ParkingCause.of(e), Retries.Next.NEVER);
                    return first;
                });
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
        Applied applied = applied(connection, delivery);
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
