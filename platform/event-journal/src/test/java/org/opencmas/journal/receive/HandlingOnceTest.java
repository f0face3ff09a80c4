package org.opencmas.journal.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.journal.ServiceFixture.await;
import static org.opencmas.journal.ServiceFixture.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Effects;
import org.opencmas.journal.EventBatch;
import org.opencmas.journal.EventHandler;
import org.opencmas.journal.Freshness;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.ServiceFixture;
import org.opencmas.journal.SingleEventHandler;
import org.opencmas.journal.broker.CloudEvents;
import org.opencmas.journal.broker.Delivery;
import org.opencmas.journal.receive.handling.EventHandlers;
import org.opencmas.journal.relay.Relay;
import org.opencmas.sql.RoundTrip;

@DisplayName("An event takes effect once, however often it is delivered")
public final class HandlingOnceTest {

    private ServiceFixture service;
    private Effects effects;
    private Relay relay;

    @BeforeEach
    void start() throws Exception {
        service = new ServiceFixture(2);
        effects = new Effects(service);
        relay = service.startRelay();
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
    }

    @Test
    void eventsOfOneAggregateTakeEffectInOrder() throws Exception {
        for (int version = 1; version <= 50; version++) {
            service.record(event("a", version), event("b", version));
        }
        service.follow(effects);
        await("100 effects", () -> effects.inOrder().size() == 100);

        List<String> versions =
                IntStream.rangeClosed(1, 50).mapToObj(Integer::toString).toList();
        assertThat(effects.of("a")).isEqualTo(versions);
        assertThat(effects.of("b")).isEqualTo(versions);
    }

    @Test
    void whatIsDeliveredAgainIsRecognized() throws Exception {
        ServiceFixture.Following following = service.follow(effects);
        service.record(event("a", 1), event("a", 2));
        await("two effects", () -> effects.inOrder().size() == 2);
        service.awaitPublished();

        // As after a crash between the broker's acknowledgement and the note of it.
        relay.stop();
        service.execute("update journal_published set position = 0");
        service.startRelay();
        service.awaitPublished();
        service.record(event("a", 3));
        await("the third effect", () -> effects.inOrder().size() >= 3);

        assertThat(service.topicContent()).hasSize(5);
        assertThat(effects.inOrder()).containsExactly("a:1", "a:2", "a:3");
        assertThat(following.batches().handledTotal()).isEqualTo(3);
        assertThat(following.batches().failureTotal()).isZero();
    }

    @Test
    void theSameEventTwiceInOneBatchTakesEffectOnce() throws Exception {
        BatchHandling batches =
                ServiceFixture.Following.of(service, List.of(effects)).batches();

        batches.handle(List.of(delivery(1), delivery(1)));

        assertThat(batches.handledTotal()).isEqualTo(1);
        assertThat(effects.inOrder()).containsExactly("a:1");
    }

    @Test
    void theNewOnesAmongThoseDeliveredAgainAreHandedOverTogether() throws Exception {
        List<List<String>> batchesSeen = new CopyOnWriteArrayList<>();
        BatchHandling batches = ServiceFixture.Following.of(service, List.of(noting(batchesSeen, "order.issued.v1")))
                .batches();
        batches.handle(List.of(delivery(1), delivery(2)));
        batchesSeen.clear();

        batches.handle(List.of(delivery(1), delivery(2), delivery(3), delivery(4)));

        // The handler may have worked in vain before, on all four.
        assertThat(batchesSeen.getLast()).hasSize(2);
        assertThat(batches.handledTotal()).isEqualTo(4);
        assertThat(batches.failureTotal()).isZero();
    }

    @Test
    void whatAHandlerAsksFirstGoesWithTheMarkAndCountsForNothingWhenTheEventIsNotNew() throws Exception {
        List<Long> marksSeen = new CopyOnWriteArrayList<>();
        BatchHandling batches =
                ServiceFixture.Following.of(service, List.of(asking(marksSeen))).batches();

        batches.handle(List.of(delivery(1)));
        batches.handle(List.of(delivery(1)));
        batches.handle(List.of(delivery(1), delivery(2)));

        assertThat(marksSeen).containsExactly(1L, 2L);
        assertThat(batches.handledTotal()).isEqualTo(2);
    }

    /** Counts the marks with its first question, and notes the answer once that has been sent. */
    private static EventHandler asking(List<Long> marksSeen) {
        return new EventHandler() {
            @Override
            public Set<String> topics() {
                return Set.of("cmas.orders");
            }

            @Override
            public Set<String> types() {
                return Set.of("order.issued.v1");
            }

            @Override
            public void handle(EventBatch batch) throws SQLException {
                List<Long> answer = new ArrayList<>();
                batch.statements().add("select count(*) from handled_event", (select, first) -> first, row -> {
                    row.next();
                    answer.add(row.getLong(1));
                });
                batch.send();
                marksSeen.addAll(answer);
            }
        };
    }

    private static Delivery delivery(long version) {
        return new Delivery(
                "cmas.orders",
                0,
                version,
                "a",
                headers("0190a000-0000-7000-8000-00000000000" + version, "order.issued.v1", version),
                "{}".getBytes());
    }

    @Test
    void whatAHandlerRecordsIsSentWhenItsEventHasTakenEffect() throws Exception {
        EventHandler answering = new SingleEventHandler() {
            @Override
            public Set<String> topics() {
                return Set.of("cmas.orders");
            }

            @Override
            public Set<String> types() {
                return Set.of("order.issued.v1");
            }

            @Override
            public void handle(Connection connection, ReceivedEvent event) throws SQLException {
                service.journal.append(
                        connection,
                        Actor.system("test-service"),
                        List.of(new NewEvent(
                                "cmas.evaluations",
                                event.aggregateId(),
                                event.aggregateVersion(),
                                "order.evaluated.v1",
                                "{}")));
            }
        };
        service.follow(answering);
        service.record(event("a", 1));
        await("two entries", () -> service.feed().size() == 2);
        service.awaitPublished();

        assertThat(service.feed())
                .extracting(entry -> entry.entry().eventType())
                .containsExactly("order.issued.v1", "order.evaluated.v1");
    }

    @Test
    void aHandlerIsToldOnceTheEffectIsCommitted() throws Exception {
        List<Long> effectsSeen = new CopyOnWriteArrayList<>();
        service.follow(effects, new EventHandler() {
            @Override
            public Set<String> topics() {
                return Set.of("cmas.orders");
            }

            @Override
            public Set<String> types() {
                return Set.of("order.issued.v1");
            }

            @Override
            public void handle(EventBatch batch) {
                batch.afterCommit(() -> {
                    try {
                        effectsSeen.add(service.count("select count(*) from effect"));
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
        });
        service.record(event("a", 1));
        await("the call", () -> !effectsSeen.isEmpty());

        assertThat(effectsSeen).containsExactly(1L);
    }

    @Test
    void typesThatNobodyAskedForArePassedOver() throws Exception {
        service.follow(effects);
        service.record(new NewEvent("cmas.orders", "a", 1, "order.drafted.v1", "{}"), event("a", 2));
        await("an effect", () -> !effects.inOrder().isEmpty());

        assertThat(effects.inOrder()).containsExactly("a:2");
        assertThat(service.count("select count(*) from handled_event")).isEqualTo(1);
    }

    @Test
    void aSourceIsFollowedAlsoWhereItsEventsConcernNobodyHere() throws Exception {
        service.follow(effects);
        service.record(event("a", 1), new NewEvent("cmas.orders", "a", 2, "order.drafted.v1", "{}"));
        Freshness freshness = new Freshness(service.dataSource);
        await("both followed", () -> freshness.asOf().equals(Map.of("/test-service", 2L)));

        service.record(new NewEvent("cmas.orders", "a", 3, "order.drafted.v1", "{}"));
        await("the third followed", () -> freshness.asOf().equals(Map.of("/test-service", 3L)));

        assertThat(effects.inOrder()).containsExactly("a:1");
    }

    @Test
    void eventsThatFollowEachOtherAreHandedOverTogetherUpToOneThatConcernsOthers() throws Exception {
        List<List<String>> batches = new CopyOnWriteArrayList<>();
        EventHandlers handlers = new EventHandlers(List.of(
                noting(batches, "order.issued.v1", "order.amended.v1"), noting(batches, "order.terminated.v1")));
        List<ReceivedEvent> events = List.of(
                received(1, "order.issued.v1"),
                received(2, "order.amended.v1"),
                received(3, "order.terminated.v1"),
                received(4, "order.issued.v1"));

        try (Connection connection = service.dataSource.getConnection()) {
            handlers.handle(connection, events, new RoundTrip(), action -> {});
        }

        assertThat(batches)
                .containsExactly(
                        List.of("order.issued.v1", "order.amended.v1"),
                        List.of("order.terminated.v1"),
                        List.of("order.issued.v1"));
    }

    private static ReceivedEvent received(long version, String type) {
        return CloudEvents.toEvent(new Delivery(
                "cmas.orders",
                0,
                version,
                "a",
                headers("0190a000-0000-7000-8000-00000000000" + version, type, version),
                "{}".getBytes()));
    }

    private static EventHandler noting(List<List<String>> batches, String... types) {
        return new EventHandler() {
            @Override
            public Set<String> topics() {
                return Set.of("cmas.orders");
            }

            @Override
            public Set<String> types() {
                return Set.of(types);
            }

            @Override
            public void handle(EventBatch batch) {
                batches.add(batch.events().stream().map(ReceivedEvent::type).toList());
            }
        };
    }

    @Test
    void itIsKnownHowFarEachSourceWasFollowed() throws Exception {
        service.follow(effects);
        service.record(event("a", 1), event("b", 1), event("c", 1));
        await("three effects", () -> effects.inOrder().size() == 3);

        assertThat(new Freshness(service.dataSource).asOf()).isEqualTo(Map.of("/test-service", 3L));
    }

    public static Map<String, String> headers(String id, String type, long version) {
        return Map.of(
                "ce_id",
                id,
                "ce_type",
                "org.opencmas." + type,
                "ce_source",
                "/another-service",
                "ce_subject",
                "a",
                "ce_time",
                "2026-11-21T12:00:00Z",
                "ce_position",
                Long.toString(version),
                "ce_aggregateversion",
                Long.toString(version));
    }
}
