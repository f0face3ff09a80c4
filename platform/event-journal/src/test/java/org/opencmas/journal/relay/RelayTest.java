package org.opencmas.journal.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.journal.ServiceFixture.ACTOR;
import static org.opencmas.journal.ServiceFixture.await;
import static org.opencmas.journal.ServiceFixture.event;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.ServiceFixture;
import org.opencmas.journal.entry.JustCommitted;
import org.opencmas.journal.entry.NumberedEntries;
import org.opencmas.journal.entry.NumberedEntry;
import org.opencmas.journal.entry.WakeUp;
import org.opencmas.testkit.TestServers;

@DisplayName("What commits is sent, in one order that never changes")
final class RelayTest {

    private ServiceFixture service;

    @BeforeEach
    void start() throws Exception {
        service = new ServiceFixture(3);
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
    }

    @Test
    void aCommittedEventArrivesAsACloudEvent() throws Exception {
        service.startRelay();
        service.record(event("order-1", 1));
        service.awaitPublished();

        NumberedEntry recorded = service.feed().getFirst();
        ConsumerRecord<String, String> sent = service.topicContent().getFirst();
        assertThat(sent.key()).isEqualTo("order-1");
        assertThat(sent.value()).isEqualTo("{\"version\":1}");
        assertThat(header(sent, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(sent, "ce_id")).isEqualTo(recorded.entry().eventId().toString());
        assertThat(header(sent, "ce_source")).isEqualTo("/test-service");
        assertThat(header(sent, "ce_type")).isEqualTo("org.opencmas.order.issued.v1");
        assertThat(header(sent, "ce_time"))
                .isEqualTo(recorded.entry().occurredAt().toString());
        assertThat(header(sent, "ce_subject")).isEqualTo("order-1");
        assertThat(header(sent, "ce_position")).isEqualTo("1");
        assertThat(header(sent, "ce_aggregateversion")).isEqualTo("1");
        assertThat(header(sent, "ce_actor")).isEqualTo("somebody");
        assertThat(header(sent, "content-type")).isEqualTo("application/json");
    }

    @Test
    void aTransactionThatRollsBackLeavesNothing() throws Exception {
        service.startRelay();
        try (Connection connection = service.dataSource.getConnection()) {
            connection.setAutoCommit(false);
            service.journal.append(connection, ACTOR, List.of(event("undone", 1)));
            connection.rollback();
            connection.setAutoCommit(true);
        }
        service.record(event("order-1", 1));
        service.awaitPublished();

        assertThat(service.feed())
                .extracting(entry -> entry.entry().aggregateId())
                .containsExactly("order-1");
        assertThat(service.feed().getFirst().position()).isEqualTo(1);
        assertThat(service.topicContent()).hasSize(1);
    }

    @Test
    void aTransactionThatCommitsLateGetsALaterPositionAndIsNotPassedOver() throws Exception {
        service.startRelay();
        try (Connection slow = service.dataSource.getConnection()) {
            slow.setAutoCommit(false);
            service.journal.append(slow, ACTOR, List.of(event("slow", 1)));
            service.record(event("quick", 1));
            service.awaitPublished(1);
            slow.commit();
            slow.setAutoCommit(true);
        }
        service.awaitPublished();

        assertThat(service.feed())
                .extracting(entry -> entry.entry().aggregateId())
                .containsExactly("quick", "slow");
    }

    @Test
    void oneRelayWorksAtATimeAndTheOtherTakesOver() throws Exception {
        Relay first = service.newRelay();
        Relay second = new Relay(service.dataSource, service.settings, new WakeUp(), new JustCommitted());
        first.start();
        await("the first works", first::isActive);
        second.start();
        service.record(event("order-1", 1));
        service.awaitPublished();
        assertThat(second.isActive()).isFalse();

        first.stop();
        assertThat(first.isActive()).isFalse();
        await("the second works", second::isActive);
        service.record(event("order-1", 2));
        service.awaitPublished();
        second.stop();

        assertThat(first.acknowledgedTotal()).isEqualTo(1);
        assertThat(second.acknowledgedTotal()).isEqualTo(1);
    }

    @Test
    void aRelayThatLosesItsDatabaseSessionGoesOnWithAnother() throws Exception {
        Relay relay = service.startRelay();
        service.record(event("order-1", 1));
        service.awaitPublished();

        service.execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted"
                + " and database = (select oid from pg_database where datname = current_database())");
        service.record(event("order-1", 2));
        service.awaitPublished();
        await("the relay works again", relay::isActive);

        assertThat(service.feed()).extracting(NumberedEntry::position).containsExactly(1L, 2L);
    }

    @Test
    void afterALostNoteOfWhatWasPublishedItIsSentAgainAndNothingIsPassedOver() throws Exception {
        Relay relay = service.newRelay();
        relay.start();
        service.record(event("order-1", 1), event("order-1", 2), event("order-1", 3));
        service.awaitPublished();
        relay.stop();
        service.execute("update journal_published set position = 1");

        service.startRelay();
        service.awaitPublished();

        assertThat(service.topicContent())
                .extracting(sent -> header(sent, "ce_position"))
                .containsExactly("1", "2", "3", "2", "3");
    }

    @Test
    void aRelayThatIsStoppedFirstSendsWhatIsCommitted() throws Exception {
        Relay relay = service.newRelay();
        relay.start();
        for (int i = 1; i <= 300; i++) {
            service.record(event("order-1", i));
        }
        relay.stop();

        assertThat(service.published()).isEqualTo(300);
        assertThat(service.topicContent()).hasSize(300);
    }

    @Test
    void eventsThatComeWithTheirCommitAndEventsThatAreReadAreSentInOneOrder() throws Exception {
        Relay relay = service.startRelay();
        await("the relay works", relay::isActive);
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            List<Future<?>> written = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                String aggregate = "order-" + writer;
                boolean withTheCommit = writer % 4 != 0;
                written.add(writers.submit(() -> {
                    for (int version = 1; version <= 100; version++) {
                        write(event(aggregate, version), withTheCommit);
                    }
                    return null;
                }));
            }
            for (Future<?> writer : written) {
                writer.get();
            }
        }
        service.awaitPublished(800);

        assertThat(service.topicContent())
                .extracting(sent -> header(sent, "ce_position") + " " + header(sent, "ce_id") + " " + sent.value())
                .containsExactlyInAnyOrderElementsOf(service.feed().stream()
                        .map(entry -> entry.position() + " " + entry.entry().eventId() + " "
                                + entry.entry().payload())
                        .toList());
        assertThat(service.topicContent().stream()
                        .collect(Collectors.groupingBy(
                                ConsumerRecord::partition,
                                Collectors.mapping(
                                        sent -> Long.valueOf(header(sent, "ce_position")), Collectors.toList())))
                        .values())
                .allSatisfy(positions -> assertThat(positions).isSorted());
    }

    private void write(NewEvent event, boolean withTheCommit) throws SQLException {
        if (withTheCommit) {
            service.recordInOneTrip(event);
        } else {
            service.record(event);
        }
    }

    @Test
    void nothingOvertakesWhatTheBrokerRefusesAtFirst() throws Exception {
        try (RefusingBroker broker = new RefusingBroker(TestServers.bootstrapServers());
                ServiceFixture behind = new ServiceFixture(1, broker.bootstrapServers())) {
            behind.startRelay();
            for (int version = 1; version <= 100; version++) {
                behind.record(event("order-1", version));
            }
            behind.awaitPublished();

            assertThat(broker.hasRefused()).isTrue();
            assertThat(behind.topicContent())
                    .extracting(sent -> header(sent, "ce_aggregateversion"))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 100)
                            .mapToObj(Integer::toString)
                            .toList());
        }
    }

    @Test
    void whatWasJustCommittedIsThereForTheRelayAndForNobodyElse() throws Exception {
        service.recordInOneTrip(event("order-1", 1));
        assertThat(service.justCommitted.takeAfter(0)).isEmpty();

        service.justCommitted.setWanted(true);
        service.recordInOneTrip(event("order-1", 2), event("order-1", 3));
        service.recordInOneTrip(event("order-1", 4));

        assertThat(service.justCommitted.takeAfter(1)).isEqualTo(service.feed().subList(1, 4));
        assertThat(service.justCommitted.takeAfter(1)).isEmpty();
    }

    @Test
    void fromAGapOnNothingIsTaken() throws Exception {
        service.record(event("order-1", 1), event("order-1", 2), event("order-1", 3));
        List<NumberedEntry> feed = service.feed();
        service.justCommitted.add(feed.get(0));
        service.justCommitted.add(feed.get(2));

        assertThat(service.justCommitted.takeAfter(0)).containsExactly(feed.get(0));
        assertThat(service.justCommitted.takeAfter(1)).isEmpty();
        assertThat(service.justCommitted.takeAfter(2)).containsExactly(feed.get(2));
    }

    @Test
    void largeEventsAreReadAFewAtATimeAndAllAreSent() throws Exception {
        String large = "{\"text\":\"" + "x".repeat(899_000) + "\"}";
        for (int version = 1; version <= 20; version++) {
            service.record(new NewEvent("cmas.orders", "large", version, "order.issued.v1", large));
        }
        try (Connection connection = service.dataSource.getConnection()) {
            NumberedEntries first = NumberedEntries.after(connection, 0, 250);
            assertThat(first.entries()).hasSize(9);
            assertThat(first.isAll()).isFalse();
            NumberedEntries last = NumberedEntries.after(connection, 18, 250);
            assertThat(last.entries()).hasSize(2);
            assertThat(last.isAll()).isTrue();
        }
        service.startRelay();
        service.awaitPublished();

        assertThat(service.feed()).hasSize(20);
        assertThat(service.topicContent()).hasSize(20);
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
