package org.opencmas.order.purchaseorder.decision;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.ReceivedEvent;

/**
 * The decisions of the rule book as the broker keeps them, to be read again beside the event loop: no offset of the service is
 * moved. The topic keeps everything, so a decision that was published is there.
 */
@ApplicationScoped
class DecisionTopic {
    private static final String TOPIC = "cmas.evaluations";
    private static final String TYPE = "org.opencmas." + DecisionHandler.DECIDED;
    private static final int ANSWER_WITHIN_MILLIS = 5_000;
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int MOST_POLLS_IN_VAIN = 20;

    private final String name;
    private final Map<String, Object> kafka;

    DecisionTopic(
            @ConfigProperty(name = "cmas.events.topic-prefix") Optional<String> prefix,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.name = prefix.orElse("") + TOPIC;
        this.kafka = Map.copyOf(kafka);
    }

    /** How far the topic was read, as the next offset of each partition. */
    record Progress(Map<Integer, Long> nextOffsets) {
        static final Progress NONE = new Progress(Map.of());

        Progress {
            nextOffsets = Map.copyOf(nextOffsets);
        }
    }

    /**
     * Hands over the decisions from {@code since} on, or from where reading ended before if that is earlier, to the end that the topic has
     * now.
     *
     * @param since null for going on from where reading ended
     * @throws KafkaException when the broker does not answer
     */
    Progress read(@Nullable Instant since, Progress before, java.util.function.Consumer<ReceivedEvent> reader) {
        try (Consumer<String, String> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            seek(consumer, ends, since, before);
            readTo(consumer, ends, reader);
            Map<Integer, Long> next = new HashMap<>();
            ends.forEach((partition, end) -> next.put(partition.partition(), end));
            return new Progress(next);
        }
    }

    private static void seek(
            Consumer<String, String> consumer,
            Map<TopicPartition, Long> ends,
            @Nullable Instant since,
            Progress before) {
        Map<TopicPartition, Long> moments = new HashMap<>();
        if (since != null) {
            ends.keySet().forEach(partition -> moments.put(partition, since.toEpochMilli()));
        }
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(moments);
        ends.forEach((partition, end) -> {
            OffsetAndTimestamp first = found.get(partition);
            long bySince = first == null ? end : first.offset();
            long goingOn = before.nextOffsets().getOrDefault(partition.partition(), end);
            consumer.seek(partition, Math.min(bySince, goingOn));
        });
    }

    private static void readTo(
            Consumer<String, String> consumer,
            Map<TopicPartition, Long> ends,
            java.util.function.Consumer<ReceivedEvent> reader) {
        int pollsInVain = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(POLL);
            records.forEach(message -> decision(message).ifPresent(reader));
            pollsInVain = records.isEmpty() ? pollsInVain + 1 : 0;
            if (pollsInVain > MOST_POLLS_IN_VAIN) {
                throw new KafkaException("the broker does not hand over what it keeps of " + ends.keySet());
            }
        }
    }

    /** Empty for anything else, and for what no handler could have read. */
    private static Optional<ReceivedEvent> decision(ConsumerRecord<String, String> message) {
        if (!TYPE.equals(header(message, "ce_type")) || message.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ReceivedEvent(
                    UUID.fromString(header(message, "ce_id")),
                    DecisionHandler.DECIDED,
                    header(message, "ce_source"),
                    TOPIC,
                    header(message, "ce_subject"),
                    Long.parseLong(header(message, "ce_aggregateversion")),
                    Long.parseLong(header(message, "ce_position")),
                    Instant.parse(header(message, "ce_time")),
                    message.value(),
                    message.headers().lastHeader("traceparent") == null ? null : header(message, "traceparent")));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private Consumer<String, String> consumer() {
        Map<String, Object> configuration = new HashMap<>(kafka);
        configuration.remove(ConsumerConfig.GROUP_ID_CONFIG);
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        configuration.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
        configuration.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
        return new KafkaConsumer<>(configuration, new StringDeserializer(), new StringDeserializer());
    }
}
