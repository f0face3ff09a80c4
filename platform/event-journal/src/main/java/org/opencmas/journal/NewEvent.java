package org.opencmas.journal;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * An event as a service hands it to the {@link Journal}.
 *
 * @param topic the Kafka topic without prefix, such as {@code cmas.orders}: small letters, dots and hyphens
 * @param aggregateId what the event is about; also the Kafka key, so that one aggregate's events stay in order;
 *     at most 200 characters
 * @param aggregateVersion 1 for the aggregate's first event on this topic, larger for each that follows
 * @param type a name with its version, such as {@code order.issued.v1}
 * @param payload a JSON object as text, at most {@value #MAX_PAYLOAD_BYTES} bytes in UTF-8; surrounding blanks are dropped
 */
public record NewEvent(String topic, String aggregateId, long aggregateVersion, String type, String payload) {

    /**
     * The largest payload in bytes, inclusive: with its headers it fits into the largest record that a topic takes, 4 MiB. An order of
     * 1,000 lines that are described in 1,000 characters each has 1.3 MB.
     */
    public static final int MAX_PAYLOAD_BYTES = 4_000_000;

    private static final int LONGEST_AGGREGATE_ID = 200;
    private static final Pattern TOPIC = Pattern.compile("[a-z][a-z.-]{0,99}");
    private static final Pattern VERSIONED_NAME = Pattern.compile("[a-z][a-z-]*(\\.[a-z][a-z-]*)*\\.v[1-9][0-9]*");

    public NewEvent {
        payload = payload.strip();
        require(TOPIC.matcher(topic).matches(), "no name of a topic: " + topic);
        require(
                !aggregateId.isBlank() && aggregateId.length() <= LONGEST_AGGREGATE_ID,
                "an event is about an aggregate with an id of at most " + LONGEST_AGGREGATE_ID + " characters");
        require(aggregateVersion > 0, "aggregate versions count from 1");
        require(
                VERSIONED_NAME.matcher(type).matches(),
                "an event type is a name and its version, order.issued.v1: " + type);
        require(fits(payload), "the payload of " + type + " is larger than " + MAX_PAYLOAD_BYTES + " bytes");
    }

    private static boolean fits(String payload) {
        // A character takes at most three bytes, so that most payloads need not be encoded to know.
        return payload.length() <= MAX_PAYLOAD_BYTES / 3
                || payload.getBytes(StandardCharsets.UTF_8).length <= MAX_PAYLOAD_BYTES;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
