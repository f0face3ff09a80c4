package org.opencmas.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of another service (or of this one) as it came from the broker.
 *
 * @param id the event's id; the same at every redelivery
 * @param type its name and version without the namespace, such as {@code order.issued.v1}
 * @param source the service that recorded it, such as {@code /order-service}
 * @param topic the topic without prefix
 * @param aggregateId what it is about
 * @param aggregateVersion grows with each event of the aggregate on this topic
 * @param position its place in the source's journal
 * @param occurredAt when it was recorded
 * @param payload JSON text
 * @param traceParent the W3C {@code traceparent} of what caused it, if that was traced
 * @param origin the request and the tenant that it goes back to
 */
public record ReceivedEvent(
        UUID id,
        String type,
        String source,
        String topic,
        String aggregateId,
        long aggregateVersion,
        long position,
        Instant occurredAt,
        String payload,
        @Nullable String traceParent,
        Origin origin) {

    /**
     * Where a chain of events began, so that the last of them still tells it.
     *
     * @param requestId the HTTP request, if there was one
     * @param onBehalfOf the agency or contractor acted for, if any
     */
    public record Origin(
            @Nullable String requestId, @Nullable String onBehalfOf) {
        public static final Origin UNKNOWN = new Origin(null, null);
    }

    /** An event that does not tell where it began. */
    public ReceivedEvent(
            UUID id,
            String type,
            String source,
            String topic,
            String aggregateId,
            long aggregateVersion,
            long position,
            Instant occurredAt,
            String payload,
            @Nullable String traceParent) {
        this(
                id,
                type,
                source,
                topic,
                aggregateId,
                aggregateVersion,
                position,
                occurredAt,
                payload,
                traceParent,
                Origin.UNKNOWN);
    }
}
