package org.opencmas.journal.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.journal.ServiceFixture.await;
import static org.opencmas.journal.ServiceFixture.event;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.ServiceFixture;
import org.opencmas.journal.entry.NumberedEntry;
import org.opencmas.journal.receive.HandlingOnceTest;

@DisplayName(
        "A relay sends only while it surely is the one, and only from a journal that has all that was sent from it")
final class RelayHandoverTest {

    private ServiceFixture service;

    @BeforeEach
    void start() throws Exception {
        service = new ServiceFixture(2);
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
    }

    @Test
    void anotherRelayTakesOverFromAFrozenOneWithinSecondsAndThatOneSendsNothingWhenItWakes() throws Exception {
        RelayProcess frozen = RelayProcess.prepare(service, Path.of("target", "frozen-relay.log"));
        try {
            frozen.begin();
            frozen.awaitWork();
            service.record(event("a", 1), event("a", 2));
            service.awaitPublished(2);
            frozen.freeze();

            Relay relay = service.startRelay();
            await("the other relay works", relay::isActive);
            assertThat(RelaySession.SILENT_SESSION_ENDS_AFTER_SECONDS)
                    .as("seconds after which it may")
                    .isLessThanOrEqualTo(10);
            service.record(event("a", 3));
            service.awaitPublished(3);

            frozen.thaw();
            for (int version = 4; version <= 60; version++) {
                service.record(event("a", version));
                service.awaitPublished(version);
            }
            assertThat(relay.isActive()).isTrue();
            assertThat(relay.acknowledgedTotal()).isEqualTo(58);
            assertThat(service.topicContent()).as("each sent once").hasSize(60);
        } finally {
            frozen.kill();
        }
    }

    @Test
    void aJournalThatWasRestoredFromABackupSendsNothingAndSaysWhatIsToBeDone() throws Exception {
        service.startRelay();
        service.record(event("a", 1), event("a", 2), event("b", 1), event("c", 1));
        service.awaitPublished();
        try (ServiceFixture restored = new ServiceFixture(2)) {
            restored.settings = service.settings;
            restored.record(event("a", 1), event("a", 2));
            Relay relay = restored.startRelay();
            await("the disagreement is seen", () -> relay.disagreement() != null);
            // As many positions as were sent do not make it the same journal.
            restored.record(event("a", 3), event("a", 4), event("a", 5));

            assertThat(relay.isActive()).isFalse();
            assertThat(relay.disagreement())
                    .contains("older than what was sent from it", "Stop the service, restore the database");
            assertThat(restored.published()).isZero();
            assertThat(service.topicContent()).hasSize(4);
        }
    }

    @Test
    void anEmptyJournalDisagreesWithABrokerThatHoldsEventsOfIt() throws Exception {
        Relay first = service.startRelay();
        service.record(event("a", 1));
        service.awaitPublished();
        first.stop();
        try (ServiceFixture anew = new ServiceFixture(2)) {
            anew.settings = service.settings;
            Relay relay = anew.startRelay();

            await("the disagreement is seen", () -> relay.disagreement() != null);
            assertThat(relay.disagreement()).contains("has nothing there");
        }
    }

    @Test
    void whatOthersSentToTheTopicsIsNoDisagreement() throws Exception {
        service.publish(
                "x", HandlingOnceTest.headers("0190a000-0000-7000-8000-000000000007", "order.issued.v1", 7), "{}");
        service.publish("y", Map.of(), "no event");
        Relay relay = service.startRelay();
        service.record(event("a", 1));
        service.awaitPublished();

        assertThat(relay.disagreement()).isNull();
        assertThat(service.topicContent()).hasSize(3);
    }

    @Test
    void theVersionsToldBesideAreFoundAlsoWhereTheEntryBeforeWasSentEarlier() throws Exception {
        service.record(
                new NewEvent("cmas.orders", "a", 1, "order.issued.v1", "{}"),
                new NewEvent("cmas.orders", "a", 2, "order.issued.v2", "{}"),
                new NewEvent("cmas.orders", "a", 3, "order.issued.v3", "{}"));
        service.record(new NewEvent("cmas.orders", "a", 4, "order.issued.v2", "{}"));
        List<NumberedEntry> feed = service.feed();
        try (var connection = service.dataSource.getConnection()) {
            assertThat(new OlderVersions().beside(connection, feed))
                    .containsOnly(Map.entry(2L, "order.issued.v1"), Map.entry(3L, "order.issued.v1 order.issued.v2"));
            assertThat(new OlderVersions().beside(connection, feed.subList(2, 4)))
                    .containsOnly(Map.entry(3L, "order.issued.v1 order.issued.v2"));
        }
    }
}
