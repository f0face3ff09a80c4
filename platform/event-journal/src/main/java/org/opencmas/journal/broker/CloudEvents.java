package org.opencmas.journal.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.entry.JournalEntry;
import org.opencmas.journal.entry.NumberedEntry;

/** The form of an event on Kafka: CloudEvents 1.0 in binary mode, the key being the aggregate's id. */
public final class CloudEvents {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String POSITION = "ce_position";
    /** The other versions in which the same occurrence was told before this one, separated by blanks. */
    public static final String BESIDE = "ce_beside";

    /** The HTTP request that the event goes back to. */
    public static final String REQUEST_ID = "ce_requestid";
    /** The agency or contractor that was acted for. */
    public static final String ON_BEHALF_OF = "ce_onbehalfof";

    public static final String TRACE_PARENT = "traceparent";

    private static final String TYPE_NAMESPACE = "org.opencmas.";

    private CloudEvents() {}

    public static ProducerRecord<String, String> toRecord(
            NumberedEntry numbered, @Nullable String beside, EventSettings settings) {
        JournalEntry entry = numbered.entry();
        ProducerRecord<String, String> message =
                new ProducerRecord<>(settings.nameOnBroker(entry.topic()), entry.aggregateId(), entry.payload());
        header(message, "ce_specversion", "1.0");
        header(message, ID, entry.eventId().toString());
        header(message, SOURCE, "/" + settings.source());
        header(message, TYPE, TYPE_NAMESPACE + entry.eventType());
        header(message, "ce_time", entry.occurredAt().toString());
        header(message, "ce_subject", entry.aggregateId());
        header(message, POSITION, Long.toString(numbered.position()));
        header(message, "ce_aggregateversion", Long.toString(entry.aggregateVersion()));
        header(message, "ce_actor", entry.actor());
        header(message, ON_BEHALF_OF, entry.onBehalfOf());
        header(message, REQUEST_ID, entry.requestId());
        header(message, BESIDE, beside);
        header(message, TRACE_PARENT, entry.traceParent());
        header(message, "content-type", "application/json");
        return message;
    }

    private static void header(ProducerRecord<String, String> message, String name, @Nullable String value) {
        if (value != null) {
            message.headers().add(name, value.getBytes(UTF_8));
        }
    }

    /** Reads what was delivered; throws {@link UnreadableEvent} when it is not an event of the suite. */
    public static ReceivedEvent toEvent(Delivery delivery) {
        Map<String, String> headers = delivery.headers();
        byte[] payload = delivery.payload();
        if (payload == null) {
            throw new UnreadableEvent("the record has no payload", null);
        }
        try {
            return new ReceivedEvent(
                    UUID.fromString(required(headers, ID)),
                    withoutNamespace(required(headers, TYPE)),
                    required(headers, SOURCE),
                    delivery.topic(),
                    required(headers, "ce_subject"),
                    Long.parseLong(required(headers, "ce_aggregateversion")),
                    Long.parseLong(required(headers, POSITION)),
                    Instant.parse(required(headers, "ce_time")),
                    new String(payload, UTF_8),
                    headers.get(TRACE_PARENT),
                    new ReceivedEvent.Origin(headers.get(REQUEST_ID), headers.get(ON_BEHALF_OF)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEvent("a header has a value that cannot be read: " + e.getMessage(), e);
        }
    }

    private static String required(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null) {
            throw new UnreadableEvent("the header " + name + " is missing", null);
        }
        return value;
    }

    /** The type that the delivery names, without the namespace; empty when it names none. */
    public static String typeOf(Delivery delivery) {
        return withoutNamespace(delivery.headers().getOrDefault(TYPE, ""));
    }

    /** A type without its version: {@code order.issued} of {@code order.issued.v1}. */
    public static String name(String type) {
        int version = type.lastIndexOf(".v");
        return version < 0 ? type : type.substring(0, version);
    }

    private static String withoutNamespace(String type) {
        return type.startsWith(TYPE_NAMESPACE) ? type.substring(TYPE_NAMESPACE.length()) : type;
    }

    /** A record that is not an event of the suite, or a broken one. */
    public static final class UnreadableEvent extends RuntimeException {

        UnreadableEvent(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
