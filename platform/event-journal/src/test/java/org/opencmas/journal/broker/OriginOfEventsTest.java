package org.opencmas.journal.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.journal.Actor;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.ReceivedEvent.Origin;
import org.opencmas.journal.Recording;
import org.opencmas.journal.ServiceFixture;
import org.opencmas.journal.entry.ChainHash;
import org.opencmas.journal.entry.JournalEntry;
import org.opencmas.journal.entry.NumberedEntry;

@DisplayName("What follows from an event names the request and the tenant that both go back to")
final class OriginOfEventsTest {
    @Test
    void aDecisionNamesTheRequestThatAskedForIt() {
        ReceivedEvent submitted = delivered("request-7", "City of Lodi");
        assertThat(submitted.origin()).isEqualTo(new Origin("request-7", "City of Lodi"));

        Recording decided =
                Recording.after(submitted, ServiceFixture.event("a", 2), Actor.system("compliance-service"));

        assertThat(decided.actor()).isEqualTo(new Actor("compliance-service", "City of Lodi", "request-7"));
        assertThat(decided.traceParent()).isEqualTo("a trace");
    }

    @Test
    void whatTheActorTellsByItselfStays() {
        Actor actor = new Actor("erp-lodi", "County of Yolo", "request-8");
        assertThat(actor.after(new Origin("request-7", "City of Lodi"))).isEqualTo(actor);
    }

    @Test
    void anEventOfAnEarlierReleaseHasNoOrigin() {
        ReceivedEvent old = delivered(null, null);
        assertThat(old.origin()).isEqualTo(Origin.UNKNOWN);
        assertThat(Recording.after(old, ServiceFixture.event("a", 2), Actor.system("compliance-service"))
                        .actor())
                .isEqualTo(Actor.system("compliance-service"));
    }

    /** As it arrives at another service. */
    private static ReceivedEvent delivered(@Nullable String requestId, @Nullable String onBehalfOf) {
        EventSettings settings = ServiceFixture.settings("", 1, "nowhere:1");
        JournalEntry entry = new JournalEntry(
                new UUID(7, 1),
                "cmas.orders",
                "a",
                1,
                "order.submitted.v1",
                Instant.parse("2026-03-02T17:04:05Z"),
                "erp-lodi",
                onBehalfOf,
                requestId,
                "a trace",
                "{}");
        ProducerRecord<String, String> sent =
                CloudEvents.toRecord(NumberedEntry.after(0, ChainHash.START, entry), null, settings);
        Map<String, String> headers = new HashMap<>();
        sent.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return CloudEvents.toEvent(new Delivery(
                "cmas.orders", 0, 0, sent.key(), headers, sent.value().getBytes(StandardCharsets.UTF_8)));
    }
}
