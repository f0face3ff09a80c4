package org.opencmas.journal.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opencmas.journal.ServiceFixture.await;
import static org.opencmas.journal.ServiceFixture.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.journal.Effects;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.ServiceFixture;
import org.opencmas.journal.receive.handling.DatabaseUnavailable;
import org.opencmas.journal.receive.handling.Transactions.WorkFailed;
import org.opencmas.journal.receive.parked.ParkedEvents.ParkedEvent;

@DisplayName("An event that cannot be handled stops only its own key, and can be replayed")
final class ParkingTest {

    private ServiceFixture service;
    private Effects effects;
    private ServiceFixture.Following following;

    @BeforeEach
    void start() throws Exception {
        // One partition, so that poison and neighbours stand in one line.
        service = new ServiceFixture(1);
        effects = new Effects(service);
        service.startRelay();
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
    }

    @Test
    void aFailingEventIsParkedAndItsSuccessorsWaitWhileNeighboursGoOn() throws Exception {
        effects.failOn = "\"version\":2";
        following = service.follow(effects);
        service.record(event("sick", 1), event("sick", 2), event("well", 1), event("sick", 3));
        service.record(event("well", 3), event("sick", 4));
        await("the neighbours", () -> effects.of("well").size() == 2);
        await("the sick ones", () -> parked().size() == 3);

        assertThat(effects.of("sick")).containsExactly("1");
        assertThat(parked()).extracting(ParkedEvent::attempts).containsExactly(4, 0, 0);
        assertThat(parked().getFirst().error()).contains("cannot bear \"version\":2");
        assertThat(parked().getFirst().delivery().headers()).containsEntry("ce_position", "2");
        assertThat(following.batches().failureTotal()).isEqualTo(4);
    }

    @Test
    void aReplayHandlesWhatWaitedInOrderAndOnlyOnceTheCauseIsMended() throws Exception {
        effects.failOn = "\"version\":2";
        following = service.follow(effects);
        service.record(event("sick", 1), event("sick", 2), event("sick", 3), event("sick", 4));
        await("three parked", () -> parked().size() == 3);

        assertThatThrownBy(this::replayAll).isInstanceOf(WorkFailed.class);
        assertThat(parked().getFirst().attempts()).isEqualTo(5);
        assertThat(effects.of("sick")).containsExactly("1");

        effects.failOn = "nothing";
        replayAll();
        service.record(event("sick", 5));
        await("the event after the replay", () -> effects.of("sick").contains("5"));

        assertThat(effects.of("sick")).containsExactly("1", "2", "3", "4", "5");
        assertThat(parked()).isEmpty();
        assertThat(service.count("select count(*) from parked_event where replayed_by = 'an approver'"))
                .isEqualTo(3);
    }

    @Test
    void whatIsNoEventAtAllIsParked() throws Exception {
        following = service.follow(effects);
        service.publish("odd", Map.of(), "no event");
        service.publish("odder", HandlingOnceTest.headers("no uuid", "order.issued.v1", 1), "\0\1\2");
        service.record(event("well", 1));
        await("the neighbour", () -> effects.of("well").size() == 1);

        assertThat(parked())
                .extracting(ParkedEvent::error)
                .satisfiesExactly(
                        first -> assertThat(first).contains("the header ce_id is missing"),
                        second -> assertThat(second).contains("a header has a value that cannot be read"));
        assertThat(parked()).extracting(ParkedEvent::attempts).containsExactly(1, 1);
    }

    @Test
    void aVersionFromTheFutureIsParkedUntilItIsKnown() throws Exception {
        following = service.follow(effects);
        service.record(new NewEvent("cmas.orders", "a", 1, "order.issued.v2", "{}"), event("a", 2), event("b", 1));
        await("the neighbour", () -> effects.of("b").size() == 1);
        await("two parked", () -> parked().size() == 2);

        assertThat(parked().getFirst().error()).contains("order.issued.v2");
        assertThat(effects.of("a")).isEmpty();
    }

    @Test
    void aParkedEventThatIsDeliveredAgainStaysParkedOnce() throws Exception {
        effects.failOn = "\"version\":2";
        following = service.follow(effects);
        service.record(event("sick", 1), event("sick", 2), event("sick", 3));
        await("two parked", () -> parked().size() == 2);
        service.awaitPublished();

        following.loop().stop();
        // As if the offsets had been lost.
        ServiceFixture.Following again = service.followFromTheStart(effects);
        service.record(event("well", 1));
        await("the neighbour", () -> effects.of("well").size() == 1);
        again.loop().stop();

        assertThat(parked()).extracting(ParkedEvent::attempts).containsExactly(4, 0);
        assertThat(effects.of("sick")).containsExactly("1");
    }

    @Test
    void aDatabaseThatIsAwayIsNoReasonToPark() throws Exception {
        following = service.follow(effects);
        service.record(event("a", 1));
        await("an effect", () -> effects.inOrder().size() == 1);

        String database = service.databaseName;
        ServiceFixture.onServer("alter database " + database + " allow_connections false");
        ServiceFixture.onServer(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");
        service.publish("b", HandlingOnceTest.headers(UUID.randomUUID().toString(), "order.issued.v1", 1), "{}");
        Thread.sleep(2500);
        ServiceFixture.onServer("alter database " + database + " allow_connections true");
        await("the effect after the outage", () -> effects.inOrder().size() == 2);

        assertThat(parked()).isEmpty();
    }

    private void replayAll() throws DatabaseUnavailable, WorkFailed {
        boolean more;
        do {
            more = following
                    .batches()
                    .replayFirst("cmas.orders", "sick", "an approver")
                    .isPresent();
        } while (more);
    }

    private List<ParkedEvent> parked() throws SQLException {
        try (Connection connection = service.dataSource.getConnection()) {
            return following.parkedEvents().list(connection, Long.MAX_VALUE, 100).stream()
                    .filter(ParkedEvent::waiting)
                    .sorted(Comparator.comparing(ParkedEvent::id))
                    .toList();
        }
    }
}
