package org.opencmas.journal.receive;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;
import org.opencmas.journal.broker.EventSettings;
import org.opencmas.journal.receive.handling.DatabaseUnavailable;
import org.opencmas.journal.receive.handling.Progress.Partition;
import org.opencmas.journal.receive.handling.Progress.Share;
import org.opencmas.journal.receive.handling.Transactions.WorkFailed;

/** Tells which of this instance's partitions hold nothing more to handle, so that they do not hold down how far a source was followed. */
final class FollowedPartitions {

    private static final Logger LOG = Logger.getLogger(FollowedPartitions.class);

    private static final Duration LOOK_AT_IDLE_ONES_EVERY = Duration.ofSeconds(1);
    private static final Duration BROKER_ANSWERS_WITHIN = Duration.ofSeconds(2);

    private final EventSettings settings;
    private final Consumer<?, ?> consumer;
    private final BatchHandling batches;
    private long lookAtIdleOnesNanos = System.nanoTime();

    FollowedPartitions(EventSettings settings, Consumer<?, ?> consumer, BatchHandling batches) {
        this.settings = settings;
        this.consumer = consumer;
        this.batches = batches;
    }

    void begin(Set<String> topics) throws DatabaseUnavailable, WorkFailed {
        Map<String, Integer> partitions = topics.stream()
                .collect(Collectors.toMap(
                        topic -> topic,
                        topic -> consumer.partitionsFor(settings.nameOnBroker(topic))
                                .size()));
        batches.followOnly(partitions);
    }

    /** By what the broker told with the delivery, which costs nothing. */
    void noteWhatIsCaughtUp() {
        List<Partition> caughtUp = consumer.assignment().stream()
                .filter(partition -> consumer.currentLag(partition).orElse(1) == 0)
                .map(this::named)
                .toList();
        batches.topology().caughtUp(caughtUp);
    }

    private Partition named(TopicPartition partition) {
        return new Partition(settings.topicOf(partition.topic()), partition.partition());
    }

    /** Now and then, so that also an instance to which nothing is delivered tells that it has nothing to handle. */
    void advanceIdleOnes() throws DatabaseUnavailable, WorkFailed {
        if (System.nanoTime() - lookAtIdleOnesNanos < 0) {
            return;
        }
        lookAtIdleOnesNanos = System.nanoTime() + LOOK_AT_IDLE_ONES_EVERY.toNanos();
        Map<Partition, TopicPartition> own =
                consumer.assignment().stream().collect(Collectors.toMap(this::named, partition -> partition));
        Map<Share, Long> behind = new HashMap<>(batches.behind());
        behind.keySet().removeIf(share -> !own.containsKey(share.partition()));
        if (behind.isEmpty()) {
            return;
        }
        List<TopicPartition> asked = behind.keySet().stream()
                .map(share -> own.get(share.partition()))
                .distinct()
                .toList();
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(asked, BROKER_ANSWERS_WITHIN);
            behind.keySet().removeIf(share -> {
                TopicPartition partition = own.get(share.partition());
                return consumer.position(partition, BROKER_ANSWERS_WITHIN)
                        < ends.getOrDefault(partition, Long.MAX_VALUE);
            });
        } catch (TimeoutException e) {
            LOG.debug("The broker does not answer in time; they are looked at again.", e);
            return;
        }
        if (!behind.isEmpty()) {
            batches.advance(behind);
        }
    }
}
