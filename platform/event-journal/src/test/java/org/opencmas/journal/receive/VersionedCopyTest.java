package org.opencmas.journal.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opencmas.journal.ServiceFixture.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.journal.EventHandler;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.ServiceFixture;
import org.opencmas.journal.broker.Topics;
import org.opencmas.journal.copy.VersionedCopy;
import org.opencmas.journal.receive.handling.EventHandlers;
import org.opencmas.journal.receive.parked.ParkedEvents;

@DisplayName("A copy takes each version of an aggregate once and in order, and notices an owner who lost its memory")
final class VersionedCopyTest {

    private ServiceFixture service;
    private ServiceFixture.Following following;

    @BeforeEach
    void start() throws Exception {
        service = new ServiceFixture(2);
        service.execute("create table kept (n bigint generated always as identity, aggregate_id text, version bigint)");
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
    }

    /** Notes what it is handed to keep. */
    private record Copy(String topic) implements VersionedCopy {

        @Override
        public Set<String> topics() {
            return Set.of(topic);
        }

        @Override
        public Set<String> types() {
            return Set.of("order.issued.v1");
        }

        @Override
        public void handle(Connection connection, ReceivedEvent event) throws SQLException {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into kept (aggregate_id, version) values (?, ?)")) {
                insert.setString(1, event.aggregateId());
                insert.setLong(2, event.aggregateVersion());
                insert.executeUpdate();
            }
        }
    }

    @Test
    void everyVersionIsKeptOnceAndKnownByItsEvent() throws Exception {
        follow();
        UUID third = UUID.randomUUID();
        publish("a", 1, "order.issued.v1", UUID.randomUUID());
        publish("a", 2, "order.issued.v1", UUID.randomUUID());
        publish("a", 3, "order.issued.v1", third);
        publish("a", 3, "order.issued.v1", third);

        await("the third version", () -> kept("a") == 3);
        assertThat(service.count(
                        "select count(*) from copied_aggregate where topic = 'cmas.orders' and aggregate_id = 'a'"
                                + " and version = 3 and event_id = '" + third + "'"))
                .isEqualTo(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void eventsOfTypesThatTheCopyDoesNotReadCountButAreNotKept() throws Exception {
        follow();
        publish("a", 1, "order.issued.v1", UUID.randomUUID());
        publish("a", 2, "order.part.v1", UUID.randomUUID());
        publish("a", 3, "order.issued.v1", UUID.randomUUID());

        await("the third version", () -> kept("a") == 2);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void theSameVersionByAnotherEventIsParkedAndSoIsAnOlderOne() throws Exception {
        follow();
        for (int version = 1; version <= 3; version++) {
            publish("a", version, "order.issued.v1", UUID.randomUUID());
            publish("b", version, "order.issued.v1", UUID.randomUUID());
        }
        publish("a", 3, "order.issued.v1", UUID.randomUUID());
        publish("b", 2, "order.issued.v1", UUID.randomUUID());
        publish("well", 1, "order.issued.v1", UUID.randomUUID());

        await("the neighbour", () -> kept("well") == 1);
        await("two parked", () -> waiting().size() == 2);
        assertThat(waiting())
                .extracting(ParkedEvents.ParkedEvent::error)
                .allSatisfy(error -> assertThat(error).contains("its owner lost what it had sent"));
        assertThat(kept("a")).isEqualTo(3);
        assertThat(kept("b")).isEqualTo(3);
    }

    @Test
    void anEventAfterAGapIsParkedAndTakesEffectOnceTheGapIsFilled() throws Exception {
        follow();
        publish("a", 1, "order.issued.v1", UUID.randomUUID());
        publish("a", 3, "order.issued.v1", UUID.randomUUID());
        publish("new", 2, "order.issued.v1", UUID.randomUUID());
        await("two parked", () -> waiting().size() == 2);

        assertThat(waiting())
                .extracting(ParkedEvents.ParkedEvent::error)
                .allSatisfy(error -> assertThat(error).contains("what lies between is missing here"));
        assertThat(kept("a")).isEqualTo(1);
        assertThat(kept("new")).isZero();
    }

    @Test
    void whatWasCopiedBeforeEventsWereNotedGoesOnWithWhateverVersionComesNext() throws Exception {
        service.execute(
                "insert into copied_aggregate (topic, aggregate_id, version, counted_from) values ('cmas.orders', 'a', 5, 6)");
        follow();
        publish("a", 4, "order.issued.v1", UUID.randomUUID());
        publish("a", 5, "order.issued.v1", UUID.randomUUID());
        publish("a", 8, "order.issued.v1", UUID.randomUUID());
        // Of the time before: sent once more by an owner whose broker lost everything.
        publish("a", 6, "order.part.v1", UUID.randomUUID());
        publish("a", 9, "order.issued.v1", UUID.randomUUID());
        publish("a", 11, "order.issued.v1", UUID.randomUUID());

        await("the gap", () -> waiting().size() == 1);
        assertThat(kept("a")).isEqualTo(2);
        assertThat(service.count("select version from copied_aggregate where aggregate_id = 'a'"))
                .isEqualTo(9);
    }

    @Test
    void aTopicHasOneCopyInAService() {
        List<EventHandler> two = List.of(new Copy("cmas.orders"), new Copy("cmas.orders"));
        assertThatThrownBy(() -> new EventHandlers(two)).hasMessageContaining("more than one copy");
    }

    private void follow() throws Exception {
        new Topics(service.settings).ensure(Set.of("cmas.orders"));
        following = service.follow(new Copy("cmas.orders"));
    }

    private void publish(String aggregate, long version, String type, UUID eventId) throws Exception {
        Map<String, String> headers = new HashMap<>(HandlingOnceTest.headers(eventId.toString(), type, version));
        headers.put("ce_subject", aggregate);
        headers.put("ce_aggregateversion", Long.toString(version));
        service.publish(aggregate, headers, "{}");
    }

    private long kept(String aggregate) throws SQLException {
        return service.count("select count(*) from kept where aggregate_id = '" + aggregate + "'");
    }

    private List<ParkedEvents.ParkedEvent> waiting() throws SQLException {
        try (Connection connection = service.dataSource.getConnection()) {
            return following.parkedEvents().list(connection, Long.MAX_VALUE, 100).stream()
                    .filter(ParkedEvents.ParkedEvent::waiting)
                    .toList();
        }
    }
}
