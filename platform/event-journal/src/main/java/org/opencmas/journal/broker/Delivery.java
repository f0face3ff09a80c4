package org.opencmas.journal.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record as the broker delivered it, whatever it holds.
 *
 * @param topic without prefix
 * @param key empty where the record has none
 * @param headers by name; of several with one name the last
 * @param payload null where the record has none
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes as they came; deliveries are not compared.
public record Delivery(
        String topic, int partition, long offset, String key, Map<String, String> headers, byte @Nullable [] payload) {

    public static Delivery of(ConsumerRecord<byte[], byte[]> message, EventSettings settings) {
        return new Delivery(
                settings.topicOf(message.topic()),
                message.partition(),
                message.offset(),
                message.key() == null ? "" : storable(message.key()),
                headersOf(message),
                message.value());
    }

    private static Map<String, String> headersOf(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : message.headers()) {
            headers.put(header.key(), header.value() == null ? "" : storable(header.value()));
        }
        return headers;
    }

    /** Text that PostgreSQL can hold: it has no place for the character 0. */
    private static String storable(byte[] text) {
        return storable(new String(text, UTF_8));
    }

    public static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    @Override
    public String toString() {
        return "%s-%d@%d (key %s)".formatted(topic, partition, offset, key);
    }
}
