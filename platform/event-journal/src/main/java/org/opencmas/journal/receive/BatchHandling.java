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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.broker.CloudEvents;
import org.opencmas.journal.broker.Delivery;
import org.opencmas.journal.receive.handling.AfterCommit;
import org.opencmas.journal.receive.handling.DatabaseUnavailable;
import org.opencmas.journal.receive.handling.HandlingOnce;
import org.opencmas.journal.receive.handling.HandlingOnce.Applied;
import org.opencmas.journal.receive.handling.IdlePartitions;
import org.opencmas.journal.receive.handling.Progress;
import org.opencmas.journal.receive.handling.Progress.Share;
import org.opencmas.journal.receive.handling.Transactions;
import org.opencmas.journal.receive.handling.Transactions.WorkFailed;
import org.opencmas.journal.receive.parked.HeldBack;
import org.opencmas.journal.receive.parked.ParkedEvents;
import org.opencmas.journal.receive.parked.ParkedEvents.ParkedEvent;
import org.opencmas.journal.receive.parked.Parking;
import org.opencmas.journal.receive.parked.ReplayParkedEvents;
import org.opencmas.journal.receive.parked.Retries;
import org.opencmas.sql.RoundTrip;

/**
 * Handles what was delivered: all in one transaction as long as nothing goes wrong, otherwise one by one, so that a failing
 * event stops only those of its own key. What fails is parked at once ({@link Parking}) and tried again from there ({@link ReplayParkedEvents}),
 * while others go on; what fails again and again stays parked. Where events fail for several keys in a row it is not they that are at
 * fault ({@link HeldBack}), and none is parked.
 */
public final class BatchHandling {

    private static final Logger LOG = Logger.getLogger(BatchHandling.class);

    private final Transactions transactions;
    private final HandlingOnce handling;
    private final ParkedEvents parkedEvents;
    private final Parking parking;
    private final ReplayParkedEvents replay;
    private final HeldBack heldBack;
    private final AfterCommit afterCommit;
    private final Progress.Topology topology = new Progress.Topology();
    private final Progress progress = new Progress(topology);

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
        this.parking = new Parking(transactions, parkedEvents, retries);
        this.heldBack = new HeldBack(transactions, retries);
        this.afterCommit = new AfterCommit(relay);
        this.replay =
                new ReplayParkedEvents(transactions, handling, parkedEvents, retries, parking, heldBack, afterCommit);
    }

    public long handledTotal() {
        return afterCommit.handledTotal();
    }

    public long failureTotal() {
        return heldBack.failureTotal();
    }

    /** By topic, why its events are held back at present; mostly nothing. */
    public Map<String, String> heldBack() {
        return heldBack.reasonsByTopic();
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
        deliveries.forEach(heldBack::succeeded);
        heldBack.letGo();
        afterCommit.of(applied);
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
                    heldBack.failed(delivery, e);
                    failures.put(Key.of(delivery), e);
                    left.add(delivery);
                }
            }
        }
        heldBack.holdWhatFailsThroughout();
        Set<String> held = new HashSet<>();
        for (Delivery delivery : left) {
            if (heldBack.topics().contains(delivery.topic())) {
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
            heldBack.succeeded(delivery);
        }
        afterCommit.of(applied);
    }

    private Applied handleUnlessOthersWait(Connection connection, Delivery delivery) throws SQLException {
        parkedEvents.lockKey(connection, delivery.topic(), delivery.key());
        if (parkedEvents.holdsAnyKeyOf(connection, List.of(delivery))) {
            parkedEvents.parkBehind(connection, delivery);
            return Applied.nothing();
        }
        return handling.applyAlone(connection, delivery);
    }

    /** @param failure null for an event that only waits behind another */
    private void park(Delivery delivery, @Nullable WorkFailed failure) throws DatabaseUnavailable, WorkFailed {
        if (failure == null) {
            parking.parkBehind(delivery);
        } else {
            parking.park(delivery, failure);
            replay.lookIn(Retries.firstPause());
        }
    }

    /** How long the event loop may wait for events before it should look for what is to be tried again. */
    Duration untilNextRetry(Duration atMost) {
        return replay.untilNextLook(atMost);
    }

    /** Tries again what is due. Asks the database once a second, or sooner where something is known to become due. */
    void retryWhatIsDue() throws DatabaseUnavailable, WorkFailed {
        replay.replayWhatIsDue();
    }

    /**
     * Handles the event that has waited longest for the given key; answers it, or nothing when none waits.
     *
     * @throws WorkFailed when it fails again; it stays parked, with the new error
     */
    Optional<ParkedEvent> replayFirst(String topic, String key, String by) throws DatabaseUnavailable, WorkFailed {
        return replay.replayFirst(topic, key, by);
    }
}
