package org.opencmas.journal.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.broker.CloudEvents;
import org.opencmas.journal.broker.EventSettings;

/**
 * What the broker holds last of this service's events. A journal that does not have them was restored from a backup: it would give
 * positions and versions a second time, and nobody who follows it could tell.
 */
final class BrokerTail {

    /** All topics of the suite begin so, after their prefix. */
    private static final String TOPICS = "cmas.";

    /** Of each partition, so that a stray record of another source does not hide this service's. */
    private static final int LAST_RECORDS = 5;

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private BrokerTail() {}

    private record Sent(String topic, long position, UUID eventId) {}

    /**
     * In words, how the journal disagrees with what was sent and what is to be done; nothing when it holds all of it.
     *
     * @throws KafkaException when the broker does not answer
     */
    static Optional<String> disagreement(EventSettings settings, Connection journal) throws SQLException {
        for (Sent sent : read(settings)) {
            UUID recorded = eventAt(journal, sent.position);
            if (!sent.eventId.equals(recorded)) {
                return Optional.of(words(sent, recorded));
            }
        }
        return Optional.empty();
    }

    private static String words(Sent sent, @Nullable UUID recorded) {
        return """
                The broker holds event %s of this service with position %d on %s, and the journal has %s there: the database is older \
                than what was sent from it, as after a restore from a backup. Nothing is sent. Stop the service, restore the database \
                to a moment after that event (replay its write-ahead log to the end), and start again.\
                """.formatted(
                        sent.eventId, sent.position, sent.topic, recorded == null ? "nothing" : "event " + recorded);
    }

    private static @Nullable UUID eventAt(Connection journal, long position) throws SQLException {
        try (PreparedStatement select =
                journal.prepareStatement("select event_id from journal_order where position = ?")) {
            select.setLong(1, position);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        }
    }

    private static List<Sent> read(EventSettings settings) {
        Map<String, Object> configuration = new HashMap<>(settings.kafka());
        configuration.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(ANSWER_WITHIN.toMillis()));
        configuration.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(ANSWER_WITHIN.toMillis()));
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().startsWith(settings.nameOnBroker(TOPICS)))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            return readLast(settings, consumer, partitions);
        }
    }

    private static List<Sent> readLast(
            EventSettings settings, KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        ends.forEach((partition, end) ->
                consumer.seek(partition, Math.max(beginnings.getOrDefault(partition, 0L), end - LAST_RECORDS)));
        List<Sent> sent = new ArrayList<>();
        long deadline = System.nanoTime() + ANSWER_WITHIN.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("what was sent last could not be read in time");
            }
            consumer.poll(Duration.ofMillis(100)).forEach(message -> add(sent, message, settings));
        }
        return sent;
    }

    private static void add(List<Sent> sent, ConsumerRecord<byte[], byte[]> message, EventSettings settings) {
        if (!("/" + settings.source()).equals(header(message, CloudEvents.SOURCE))) {
            return;
        }
        try {
            sent.add(new Sent(
                    settings.topicOf(message.topic()),
                    Long.parseLong(header(message, CloudEvents.POSITION)),
                    UUID.fromString(header(message, CloudEvents.ID))));
        } catch (IllegalArgumentException e) {
            // No relay of this service sent it.
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }
}
