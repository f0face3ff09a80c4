package org.opencmas.order.purchaseorder.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.broker.CloudEvents;
import org.opencmas.journal.broker.CloudEvents.UnreadableEvent;
import org.opencmas.journal.broker.Delivery;
import org.opencmas.journal.broker.EventSettings;

/**
 * The decisions of the rule book as the broker keeps them, to be read again beside the event loop: no offset of the service is
 * moved. The topic keeps everything, so a decision that was published is there.
 */
@ApplicationScoped
class DecisionTopic {
    private static final String TOPIC = "cmas.evaluations";
    private static final int ANSWER_WITHIN_MILLIS = 5_000;
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int MOST_POLLS_IN_VAIN = 20;

    private final EventSettings settings;

    DecisionTopic(EventSettings settings) {
        this.settings = settings;
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
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(settings.nameOnBroker(TOPIC)).stream()
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
            Consumer<byte[], byte[]> consumer,
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

    private void readTo(
            Consumer<byte[], byte[]> consumer,
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
    private Optional<ReceivedEvent> decision(ConsumerRecord<byte[], byte[]> message) {
        Delivery delivery = Delivery.of(message, settings);
        if (!DecisionHandler.DECIDED.equals(CloudEvents.typeOf(delivery))) {
            return Optional.empty();
        }
        try {
            return Optional.of(CloudEvents.toEvent(delivery));
        } catch (UnreadableEvent e) {
            return Optional.empty();
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> configuration = new HashMap<>(settings.kafka());
        configuration.remove(ConsumerConfig.GROUP_ID_CONFIG);
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        configuration.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
        configuration.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
        return new KafkaConsumer<>(configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
