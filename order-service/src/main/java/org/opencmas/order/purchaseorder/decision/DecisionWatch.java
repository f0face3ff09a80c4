package org.opencmas.order.purchaseorder.decision;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.EventBatch;
import org.opencmas.journal.HandledEvents;
import org.opencmas.journal.Journal;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.order.purchaseorder.Decision;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.sql.RoundTrip;
import org.opencmas.tenant.Tenant;

/**
 * Looks for versions that wait for their decision although it was handled, as none should: whatever may leave one so, it must not
 * wait for ever. What waits longer than a minute is compared with the decisions that the broker keeps; one that is marked as handled,
 * and yet is still awaited, is applied.
 *
 * <p>A version whose decision is not there, or is still to be handled, is only counted: compliance or the broker is late then. Each
 * decision is looked at once, however long the others wait.
 */
@ApplicationScoped
class DecisionWatch {
    private static final Logger LOG = Logger.getLogger(DecisionWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofMinutes(1);
    /** How far the clocks of database and broker may lie apart. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private static final String WAITING = """
            select v.order_id, v.document_version, v.submitted_at
            from order_version v
            join purchase_order o on o.order_id = v.order_id and o.agency_id = v.agency_id
                and o.latest_version = v.document_version
            where v.state = 'SUBMITTED' and v.submitted_at < ?
            order by v.submitted_at
            """;

    private final DecisionTopic topic;
    private final DecisionHandler handler;
    private final Journal journal;
    private final Database database;
    private final Clock clock;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("decision-watch").daemon().factory());

    private DecisionTopic.Progress progress = DecisionTopic.Progress.NONE;
    private Map<Version, Waiting> known = Map.of();
    private volatile Seen seen = new Seen(0, 0, 0, null);

    DecisionWatch(DecisionTopic topic, DecisionHandler handler, Journal journal, Database database, Clock clock) {
        this.topic = topic;
        this.handler = handler;
        this.journal = journal;
        this.database = database;
        this.clock = clock;
    }

    private record Version(UUID orderId, int number) {}

    /** A version that waits, with the decisions on it that were read so far. */
    private record Waiting(Instant since, List<ReceivedEvent> decisions) {}

    /**
     * What was seen so far.
     *
     * @param waitingLong versions that waited longer than a minute at the last look
     * @param decidedYetWaiting those of them whose decision was handled and that could not be mended
     * @param mended versions to which their decision was applied since the start
     * @param lastLookAt null before the first
     */
    record Seen(
            int waitingLong,
            int decidedYetWaiting,
            long mended,
            @Nullable Instant lastLookAt) {}

    void start(@Observes StartupEvent started) {
        scheduler.scheduleWithFixedDelay(
                this::lookAndGoOn, LOOK_EVERY.toSeconds(), LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        scheduler.shutdownNow();
    }

    private void lookAndGoOn() {
        try {
            look();
        } catch (RuntimeException e) {
            // Whatever it is, the next look must come.
            LOG.warnf("what waits for its decision could not be looked at, trying again: %s", e.getMessage());
        }
    }

    Seen seen() {
        return seen;
    }

    /**
     * Looks once.
     *
     * @throws KafkaException when the broker does not answer
     * @throws IllegalStateException when the database does not
     */
    synchronized Seen look() {
        Instant now = clock.instant();
        Map<Version, Waiting> waiting = waitingSince(now.minus(LONG));
        if (!waiting.isEmpty()) {
            readDecisions(waiting);
        }
        known = waiting;
        int mended = 0;
        int stuck = 0;
        for (Map.Entry<Version, Waiting> one : waiting.entrySet()) {
            ReceivedEvent decision = handledOf(one.getValue().decisions());
            if (decision != null && apply(one.getKey(), decision)) {
                mended++;
            } else if (decision != null) {
                stuck++;
            }
        }
        seen = new Seen(waiting.size(), stuck, seen.mended() + mended, now);
        return seen;
    }

    private Map<Version, Waiting> waitingSince(Instant before) {
        return Tenant.seeingAll(() -> database.with(connection -> {
            Map<Version, Waiting> waiting = new LinkedHashMap<>();
            try (PreparedStatement select = connection.prepareStatement(WAITING)) {
                select.setObject(1, OffsetDateTime.ofInstant(before, ZoneOffset.UTC));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        var version = new Version(row.getObject(1, UUID.class), row.getInt(2));
                        Instant since = row.getObject(3, OffsetDateTime.class).toInstant();
                        Waiting knownBefore = known.get(version);
                        waiting.put(version, knownBefore == null ? new Waiting(since, new ArrayList<>()) : knownBefore);
                    }
                }
            }
            return waiting;
        }));
    }

    /** Reads on, and once from where the versions that wait longest among the new ones were sent. */
    private void readDecisions(Map<Version, Waiting> waiting) {
        Instant since = waiting.entrySet().stream()
                .filter(one -> !known.containsKey(one.getKey()))
                .map(one -> one.getValue().since().minus(CLOCKS_APART))
                .min(Instant::compareTo)
                .orElse(null);
        Set<UUID> seenBefore = new HashSet<>();
        waiting.values().forEach(one -> one.decisions().forEach(decision -> seenBefore.add(decision.id())));
        boolean goesOn = waiting.keySet().stream().anyMatch(known::containsKey);
        progress = topic.read(since, goesOn ? progress : DecisionTopic.Progress.NONE, event -> {
            Waiting one = versionOf(event).map(waiting::get).orElse(null);
            if (one != null && seenBefore.add(event.id())) {
                one.decisions().add(event);
            }
        });
    }

    /** Empty for a decision that cannot be read: it is parked for somebody to look at, and nothing waits here for it. */
    private static Optional<Version> versionOf(ReceivedEvent event) {
        try {
            Decision decision = OrderJson.read(event.payload(), Decision.class);
            return Optional.of(new Version(decision.orderId(), decision.documentVersion()));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** The first of the decisions that took effect here, or was to. */
    private @Nullable ReceivedEvent handledOf(List<ReceivedEvent> decisions) {
        if (decisions.isEmpty()) {
            return null;
        }
        Set<UUID> handled = database.with(connection -> HandledEvents.among(connection, decisions));
        return decisions.stream()
                .filter(decision -> handled.contains(decision.id()))
                .findFirst()
                .orElse(null);
    }

    /**
     * Applies a decision that is marked as handled. The mark commits together with the effect; so if the version, which is read after the
     * mark, still waits, there was no effect.
     */
    private boolean apply(Version version, ReceivedEvent decision) {
        List<Runnable> afterCommit = new ArrayList<>();
        try {
            Tenant.seeingAll(() -> database.inOwnTransaction(connection -> {
                var batch = new EventBatch(connection, List.of(decision), new RoundTrip(), afterCommit::add);
                handler.handle(batch);
                batch.send();
                return batch;
            }));
        } catch (SQLException | RuntimeException e) {
            LOG.errorf(
                    e,
                    "version %d of order %s waits although its decision came, and cannot be mended",
                    version.number(),
                    version.orderId());
            return false;
        }
        journal.wake();
        afterCommit.forEach(Runnable::run);
        if (!afterCommit.isEmpty()) {
            LOG.warnf(
                    "version %d of order %s waited although decision %s had been handled; it was applied now",
                    version.number(), version.orderId(), decision.id());
        }
        return !afterCommit.isEmpty();
    }
}
