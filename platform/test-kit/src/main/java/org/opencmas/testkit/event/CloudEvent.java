package org.opencmas.testkit.event;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An event as it lies on a topic.
 *
 * @param id by which it is handled once
 * @param source the producing service, such as {@code /order-service}
 * @param type such as {@code order.issued.v1}, without {@code org.opencmas.}
 * @param aggregateId also the key of the record
 * @param aggregateVersion counts the events of that aggregate from 1
 * @param position place in the journal of the source
 * @param occurredAt when it happened
 * @param payload the JSON text
 */
public record CloudEvent(
        UUID id,
        String source,
        String type,
        String aggregateId,
        long aggregateVersion,
        long position,
        Instant occurredAt,
        String payload) {
    private static final AtomicLong NEXT_POSITION = new AtomicLong(1);

    /** A new event with an id and a position of its own. */
    public static CloudEvent of(String source, String type, String aggregateId, long aggregateVersion, String payload) {
        return new CloudEvent(
                UUID.randomUUID(),
                source,
                type,
                aggregateId,
                aggregateVersion,
                NEXT_POSITION.getAndIncrement(),
                Instant.now(),
                payload);
    }
}
