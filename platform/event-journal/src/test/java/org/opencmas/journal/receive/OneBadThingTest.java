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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.journal.Effects;
import org.opencmas.journal.EventHandler;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.ServiceFixture;
import org.opencmas.journal.SingleEventHandler;
import org.opencmas.journal.copy.VersionedCopy;
import org.opencmas.journal.receive.parked.ParkedEvents;
import org.opencmas.journal.receive.parked.ParkingCause;
import org.opencmas.journal.receive.parked.Retries;

@DisplayName("One bad thing does not stop the rest")
final class OneBadThingTest {

    private ServiceFixture service;
    private Effects effects;

    @BeforeEach
    void start() throws Exception {
        // One partition, so that what is bad and its neighbours stand in one line.
        service = new ServiceFixture(1);
        effects = new Effects(service);
        service.startRelay();
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
    }

    @Test
    void neighboursGoOnWhileAFailingEventIsTriedAgain() throws Exception {
        effects.failOn = "\"version\":9";
        ServiceFixture.Following following = service.follow(effects);
        service.record(event("sick", 9));
        await("the first attempt", () -> following.batches().failureTotal() == 1);
        service.record(event("well", 1));
        await("the neighbour", () -> effects.of("well").size() == 1);

        assertThat(following.batches().failureTotal()).as("attempts by then").isLessThan(Retries.ATTEMPTS);
        await("it is given up", () -> count("state = 'PARKED' and attempts = 4") == 1);
    }

    @Test
    void anEventThatFailsForAMomentTakesEffectByItselfAndSoDoThoseBehindIt() throws Exception {
        effects.failOn = "\"version\":9";
        ServiceFixture.Following following = service.follow(effects);
        service.record(event("sick", 9), event("sick", 10));
        await("the first attempt", () -> following.batches().failureTotal() == 1);
        service.record(event("sick", 11));
        effects.failOn = "nothing";

        await("all three", () -> effects.of("sick").size() == 3);
        assertThat(effects.of("sick")).containsExactly("9", "10", "11");
        await("nothing waits", () -> count("state <> 'REPLAYED'") == 0);
    }

    @Test
    void whereEventsFailForSeveralKeysInARowNoneIsParkedAndAllTakeEffectOnceThatIsMended() throws Exception {
        effects.failOn = "version";
        ServiceFixture.Following following = service.follow(effects);
        // One after the other, as a bad release meets them: the first are given up before it is seen that all fail.
        for (int key = 1; key <= 3; key++) {
            service.record(event("early-" + key, 1));
        }
        await("three are given up", () -> count("state = 'PARKED' and attempts = 4") == 3);
        for (int key = 1; key <= 40; key++) {
            service.record(event("late-" + key, 1));
        }
        await("the topic is held back", () -> !following.batches().heldBack().isEmpty());

        assertThat(following.batches().heldBack().get("cmas.orders"))
                .contains("order.issued.v1", "in a row", "cannot bear");
        assertThat(count("state <> 'REPLAYED'")).as("parked in all").isLessThan(10);

        effects.failOn = "nothing";
        await("all effects", () -> effects.count() == 43);
        assertThat(following.batches().heldBack()).isEmpty();
        await("nothing waits", () -> count("state <> 'REPLAYED'") == 0);
    }

    @Test
    void anotherTopicGoesOnWhileOneIsHeldBack() throws Exception {
        effects.failOn = "version";
        List<String> heard = new CopyOnWriteArrayList<>();
        ServiceFixture.Following following = service.follow(effects, hearing("cmas.agencies", heard));
        List<NewEvent> bad = new ArrayList<>();
        for (int key = 1; key <= 10; key++) {
            bad.add(event("bad-" + key, 1));
        }
        service.record(bad.toArray(NewEvent[]::new));
        await("the topic is held back", () -> following.batches().heldBack().containsKey("cmas.orders"));
        service.record(new NewEvent("cmas.agencies", "an-agency", 1, "agency.changed.v1", "{}"));

        await("the other topic's event", () -> heard.equals(List.of("agency.changed.v1")));
        assertThat(effects.count()).isZero();
        assertThat(count("true")).isZero();
    }

    @Test
    void whatIsParkedForOneCauseIsReplayedTogether() throws Exception {
        effects.failOn = "\"version\":9";
        ServiceFixture.Following following = service.follow(effects);
        service.record(event("one", 9), event("one", 10), event("two", 9), event("three", 9));
        service.publish("odd", Map.of(), "no event");
        await("all are given up", () -> count("state = 'PARKED' and cause = 'FAILING' and attempts = 4") == 3);
        effects.failOn = "nothing";
        try (Connection connection = service.dataSource.getConnection()) {
            assertThat(following.parkedEvents().waitingByCause(connection))
                    .filteredOn(waiting -> waiting.cause() == ParkingCause.FAILING)
                    .containsExactly(
                            new ParkedEvents.WaitingKeys(ParkingCause.FAILING, "cmas.orders", "order.issued.v1", 3));
            assertThat(following
                            .retries()
                            .schedule(
                                    connection, ParkingCause.FAILING, "cmas.orders", "order.issued.v1", "an approver"))
                    .isEqualTo(3);
        }

        await("all four", () -> effects.count() == 4);
        assertThat(effects.of("one")).containsExactly("9", "10");
        await("who asked is noted", () -> count("replayed_by = 'an approver'") == 4);
        assertThat(count("state = 'PARKED' and cause = 'UNREADABLE'")).isEqualTo(1);
    }

    @Test
    void aVersionThatIsToldBesideAKnownOneIsPassedOver() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        service.follow(effects, copying("cmas.agencies", heard));
        service.record(event("a", 1), new NewEvent("cmas.orders", "a", 2, "order.issued.v2", "{}"), event("a", 3));
        service.record(
                new NewEvent("cmas.agencies", "b", 1, "agency.changed.v1", "{}"),
                new NewEvent("cmas.agencies", "b", 2, "agency.changed.v2", "{}"),
                new NewEvent("cmas.agencies", "b", 3, "agency.changed.v3", "{}"));
        service.record(new NewEvent("cmas.agencies", "b", 4, "agency.changed.v1", "{}"));

        await("the last of the orders", () -> effects.of("a").contains("3"));
        await("the last of the agencies", () -> heard.equals(List.of("agency.changed.v1", "agency.changed.v1")));
        assertThat(effects.of("a")).containsExactly("1", "3");
        assertThat(count("true")).isZero();
    }

    @Test
    void aNewVersionWithoutTheKnownOneBesideItIsParkedAlsoIfAnEarlierEventWasOfTheKnownOne() throws Exception {
        service.follow(effects);
        service.record(event("a", 1));
        service.record(new NewEvent("cmas.orders", "a", 2, "order.issued.v2", "{}"));

        await("it is parked", () -> count("state = 'PARKED' and cause = 'UNKNOWN_VERSION'") == 1);
    }

    @Test
    void whatWasParkedAsAnUnknownVersionIsReplayedByItselfByTheReleaseThatKnowsIt() throws Exception {
        ServiceFixture.Following following = service.follow(effects);
        service.record(
                new NewEvent("cmas.orders", "a", 1, "order.issued.v2", "{}"),
                event("a", 2),
                new NewEvent("cmas.orders", "b", 1, "order.amended.v1", "{}"));
        await("two parked", () -> count("state = 'PARKED'") == 2);
        following.loop().stop();

        List<String> heard = new CopyOnWriteArrayList<>();
        service.follow(effects, hearing("cmas.orders", heard, "order.issued.v2"));

        await("the new version", () -> heard.equals(List.of("order.issued.v2")));
        await("the one behind it", () -> effects.of("a").equals(List.of("2")));
        assertThat(count("state <> 'REPLAYED'")).isZero();
    }

    private long count(String condition) throws SQLException {
        return service.count("select count(*) from parked_event where " + condition);
    }

    private static EventHandler hearing(String topic, List<String> heard, String... types) {
        return new SingleEventHandler() {
            @Override
            public Set<String> topics() {
                return Set.of(topic);
            }

            @Override
            public Set<String> types() {
                return types.length == 0 ? Set.of("agency.changed.v1") : Set.of(types);
            }

            @Override
            public void handle(Connection connection, ReceivedEvent event) {
                heard.add(event.type());
            }
        };
    }

    private static EventHandler copying(String topic, List<String> heard) {
        return new VersionedCopy() {
            @Override
            public Set<String> topics() {
                return Set.of(topic);
            }

            @Override
            public Set<String> types() {
                return Set.of("agency.changed.v1");
            }

            @Override
            public void handle(Connection connection, ReceivedEvent event) {
                heard.add(event.type());
            }
        };
    }
}
