package org.opencmas.journal.receive;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.opencmas.journal.broker.EventSettings;

/** Topics whose events are to be delivered again later. They are asked for again after a pause, a longer one each time it is in vain. */
final class HeldTopics {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final EventSettings settings;
    private final Map<String, Hold> holds = new HashMap<>();

    HeldTopics(EventSettings settings) {
        this.settings = settings;
    }

    private record Hold(Duration pause, long untilNanos) {

        static Hold of(Duration pause) {
            return new Hold(pause, System.nanoTime() + pause.toNanos());
        }

        Hold longer() {
            Duration next = pause.multipliedBy(2);
            return of(next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE);
        }
    }

    /** After a delivery of which something is left of these topics: it is set back, and the topics rest. */
    void hold(Consumer<?, ?> consumer, ConsumerRecords<?, ?> delivered, Set<String> left) {
        for (TopicPartition partition : delivered.partitions()) {
            String topic = settings.topicOf(partition.topic());
            if (left.contains(topic)) {
                consumer.seek(partition, delivered.records(partition).getFirst().offset());
            } else if (holds.remove(topic) != null) {
                consumer.resume(partitionsOf(consumer, topic));
            }
        }
        for (String topic : left) {
            holds.merge(topic, Hold.of(FIRST_PAUSE), (before, first) -> before.longer());
            consumer.pause(partitionsOf(consumer, topic));
        }
    }

    /** Asks again for what has rested long enough. */
    void resumeWhatIsDue(Consumer<?, ?> consumer) {
        holds.forEach((topic, hold) -> {
            if (System.nanoTime() - hold.untilNanos >= 0) {
                consumer.resume(partitionsOf(consumer, topic));
            }
        });
    }

    private Collection<TopicPartition> partitionsOf(Consumer<?, ?> consumer, String topic) {
        return consumer.assignment().stream()
                .filter(partition -> settings.topicOf(partition.topic()).equals(topic))
                .toList();
    }
}
