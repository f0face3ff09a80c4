package org.opencmas.journal.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.journal.Effects;
import org.opencmas.journal.HandledEvents;
import org.opencmas.journal.ServiceFixture;
import org.opencmas.journal.broker.CloudEvents;
import org.opencmas.journal.broker.Delivery;
import org.opencmas.journal.receive.handling.OldHandledEvents;

@DisplayName("What was handled long ago is known by one bit, and takes effect no second time")
final class OldHandledEventsTest {

    private static final Clock LONG_AFTER = Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);

    private ServiceFixture service;
    private Effects effects;
    private BatchHandling batches;
    private OldHandledEvents old;

    @BeforeEach
    void start() throws Exception {
        service = new ServiceFixture(1);
        effects = new Effects(service);
        batches = ServiceFixture.Following.of(service, List.of(effects)).batches();
        old = new OldHandledEvents(service.dataSource, LONG_AFTER, 1000);
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
    }

    /** The event at that position, which is also its version, recorded on 2026-11-21. */
    private static Delivery delivery(long position) {
        return delivery(position, Map.of());
    }

    private static Delivery delivery(long position, Map<String, String> otherwise) {
        String id = "0190a000-0000-7000-8000-%012d".formatted(position);
        Map<String, String> headers = new HashMap<>(HandlingOnceTest.headers(id, "order.issued.v1", position));
        headers.putAll(otherwise);
        return new Delivery("cmas.orders", 0, position, "a", headers, "{}".getBytes());
    }

    private void handle(long... positions) throws Exception {
        batches.handle(LongStream.of(positions)
                .mapToObj(OldHandledEventsTest::delivery)
                .toList());
    }

    private long rows() throws SQLException {
        return service.count("select count(*) from handled_event");
    }

    private void handledOn(String instant) throws SQLException {
        service.execute("update handled_event set handled_at = '" + instant + "'");
    }

    /** As some days later: one run notes what is a week old, another one removes it. */
    private void forget() throws SQLException {
        handledOn("2026-11-21T12:00:01Z");
        old.forget();
        old.forget();
    }

    @Test
    void duplicatesOfWhatLostItsRowHaveNoEffect() throws Exception {
        handle(1, 2, 3);
        handle(4); // a single one is marked by another statement
        forget();
        assertThat(rows()).isZero();

        handle(1, 2, 3);
        handle(4);
        handle(2, 3, 5);
        batches.handle(List.of(delivery(1), unreadable(), delivery(5))); // one by one

        assertThat(effects.of("a")).containsExactly("1", "2", "3", "4", "5");
        assertThat(batches.handledTotal()).isEqualTo(5);
        assertThat(service.count("select count(*) from parked_event")).isEqualTo(1);
    }

    private static Delivery unreadable() {
        return new Delivery("cmas.orders", 0, 99, "b", Map.of("ce_type", "org.opencmas.order.issued.v1"), new byte[0]);
    }

    @Test
    void whatWasNotHandledBetweenThemStillTakesEffect() throws Exception {
        handle(1, 3, 8191, 8192, 20_000);
        forget();
        assertThat(rows()).isZero();

        handle(2);
        handle(1, 3, 4, 8190, 8191, 8192, 8193, 20_000);

        assertThat(effects.of("a")).containsExactly("1", "3", "8191", "8192", "20000", "2", "4", "8190", "8193");
    }

    @Test
    void anotherSourceHasPositionsOfItsOwn() throws Exception {
        handle(1);
        forget();

        batches.handle(List.of(delivery(
                1, Map.of("ce_id", "0190a000-0000-7000-8000-00000000000a", "ce_source", "/yet-another-service"))));

        assertThat(effects.of("a")).containsExactly("1", "1");
    }

    @Test
    void aPositionThatASourceGivesASecondTimeLaterIsAnotherEvent() throws Exception {
        handle(1);
        forget();

        batches.handle(List.of(delivery(
                1, Map.of("ce_id", "0190a000-0000-7000-8000-00000000000a", "ce_time", "2026-12-21T12:00:00Z"))));

        assertThat(effects.of("a")).containsExactly("1", "1");
    }

    @Test
    void anEventOfASourceWhoseClockIsAheadIsKnownLongAfter() throws Exception {
        Map<String, String> ahead =
                Map.of("ce_time", Instant.now().plusSeconds(60).toString());
        batches.handle(List.of(delivery(1, ahead)));
        batches.handle(List.of(delivery(2, ahead), delivery(3, ahead)));
        var aMonthLater =
                new OldHandledEvents(service.dataSource, Clock.offset(Clock.systemUTC(), Duration.ofDays(30)), 1000);
        aMonthLater.forget();
        aMonthLater.forget();
        assertThat(rows()).isZero();

        batches.handle(List.of(delivery(1, ahead)));
        batches.handle(List.of(delivery(2, ahead), delivery(3, ahead)));

        assertThat(effects.of("a")).containsExactly("1", "2", "3");
    }

    @Test
    void aReplayOfAParkedEventLongAfterTakesEffectOnce() throws Exception {
        effects.failOn = "{}";
        handle(1);
        effects.failOn = "nothing fails";
        old.forget();
        old.forget();
        Delivery again = new Delivery("cmas.orders", 0, 700, "a", delivery(1).headers(), "{}".getBytes());
        batches.handle(List.of(again)); // sent again at another offset, it waits behind
        assertThat(batches.replayFirst("cmas.orders", "a", "somebody")).isPresent();
        forget();
        assertThat(rows()).isZero();

        assertThat(batches.replayFirst("cmas.orders", "a", "somebody")).isPresent();

        assertThat(effects.of("a")).containsExactly("1");
    }

    @Test
    void noRowIsRemovedBeforeItsBitIsCommittedNorWithinAWeek() throws Exception {
        handle(1, 2);
        handledOn("2026-12-25T00:00:01Z"); // less than a week before the clock
        old.forget();
        old.forget();
        assertThat(service.count("select count(*) from handled_position")).isZero();

        handledOn("2026-12-24T00:00:00Z"); // more than a week, and not eight days
        old.forget();
        old.forget();
        assertThat(service.count("select count(*) from handled_position")).isEqualTo(1);
        assertThat(rows()).isEqualTo(2);

        service.execute("delete from handled_position");
        handledOn("2026-12-01T00:00:00Z");
        assertThat(old.forget()).isZero(); // it only notes
        assertThat(rows()).isEqualTo(2);
        assertThat(old.forget()).isEqualTo(2);
        assertThat(rows()).isZero();
    }

    @Test
    void aRunTakesABoundedNumberOfRowsAndWalksOn() throws Exception {
        handle(1, 2, 3, 4, 5);
        service.execute("insert into handled_event (event_id, handled_at)"
                + " values ('00000000-0000-7000-8000-000000000001', '2020-01-01T00:00:00Z')");
        handledOn("2026-11-21T12:00:01Z");
        OldHandledEvents byTwo = new OldHandledEvents(service.dataSource, LONG_AFTER, 2);

        for (int run = 0; run < 12; run++) {
            assertThat(byTwo.forget()).isLessThanOrEqualTo(2);
        }

        // The row from before positions were kept is passed over, and stays.
        assertThat(rows()).isEqualTo(1);
        handle(1, 2, 3, 4, 5);
        assertThat(effects.count()).isEqualTo(5);
    }

    @Test
    void oneInstanceAtATimeDoesIt() throws Exception {
        handle(1);
        handledOn("2026-11-21T12:00:01Z");
        try (Connection other = service.dataSource.getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("select pg_advisory_xact_lock(0x636d6173206f6c64)");
            old.forget();
            assertThat(old.forget()).isZero();
            other.rollback();
            other.setAutoCommit(true);
        }
        assertThat(service.count("select count(*) from handled_position")).isZero();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whatWasHandledIsToldWithRowOrWithout() throws Exception {
        handle(1);
        forget();
        handle(2);

        try (Connection connection = service.dataSource.getConnection()) {
            assertThat(HandledEvents.among(
                            connection,
                            LongStream.of(1, 2, 3)
                                    .mapToObj(position -> CloudEvents.toEvent(delivery(position)))
                                    .toList()))
                    .containsExactlyInAnyOrder(
                            CloudEvents.toEvent(delivery(1)).id(),
                            CloudEvents.toEvent(delivery(2)).id());
        }
    }
}
