package org.opencmas.journal.receive.handling;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.broker.CloudEvents;
import org.opencmas.journal.broker.Delivery;
import org.opencmas.sql.Columns;
import org.opencmas.sql.RoundTrip;
import org.opencmas.sql.RowsStatement;

/**
 * How far the sources were followed, partition by partition: what is not noted in the database yet. Of the event loop's thread alone.
 *
 * <p>A partition that holds nothing more to handle is as far as the source's latest event that was handled anywhere.
 */
public final class Progress {

    private static final RowsStatement<Map.Entry<String, Latest>> FOLLOW_SOURCE = Columns.<Map.Entry<String, Latest>>of(
                    "source", "text", Map.Entry::getKey)
            .and("last_position", "bigint", row -> row.getValue().position())
            .and("last_occurred_at", "timestamptz", row -> row.getValue().occurredAt())
            .statement("""
                    insert into handled_source (source, last_position, last_occurred_at)
                    select source, last_position, last_occurred_at from %s order by source
                    on conflict (source) do update set last_position = excluded.last_position,
                        last_occurred_at = excluded.last_occurred_at
                    where handled_source.last_position < excluded.last_position
                    """);

    private static final RowsStatement<Map.Entry<Share, Long>> FOLLOW_SHARE = Columns.<Map.Entry<Share, Long>>of(
                    "source", "text", row -> row.getKey().source())
            .and("topic", "text", row -> row.getKey().partition().topic())
            .and("partition", "int", row -> row.getKey().partition().number())
            .and("position", "bigint", Map.Entry::getValue)
            .statement("""
                    insert into handled_partition (source, topic, partition, position)
                    select source, topic, partition, position from %s order by source, topic, partition
                    on conflict (source, topic, partition) do update set position = excluded.position
                    where handled_partition.position < excluded.position
                    """);

    private final Topology topology;
    private final Map<String, Latest> latest = new TreeMap<>();
    private final Map<Share, Long> reached = new TreeMap<>();

    public Progress(Topology topology) {
        this.topology = topology;
    }

    /** A partition of a topic without its prefix. */
    public record Partition(String topic, int number) implements Comparable<Partition> {

        public static Partition of(Delivery delivery) {
            return new Partition(delivery.topic(), delivery.partition());
        }

        @Override
        public int compareTo(Partition other) {
            int byTopic = topic.compareTo(other.topic);
            return byTopic == 0 ? Integer.compare(number, other.number) : byTopic;
        }
    }

    /** What a partition holds of a source. */
    public record Share(String source, Partition partition) implements Comparable<Share> {

        @Override
        public int compareTo(Share other) {
            int bySource = source.compareTo(other.source);
            return bySource == 0 ? partition.compareTo(other.partition) : bySource;
        }
    }

    private record Latest(long position, Instant occurredAt) {

        static Latest later(Latest one, Latest other) {
            return one.position >= other.position ? one : other;
        }
    }

    /** What this instance knows of the topics it follows. */
    public static final class Topology {

        private final Map<String, Set<String>> topicsBySource = new HashMap<>();
        private final Map<String, Long> highestBySource = new HashMap<>();
        private final Set<String> noted = new HashSet<>();
        private Map<String, Integer> partitionsByTopic = Map.of();
        private Set<Partition> caughtUp = Set.of();

        /**
         * Tells what is followed from now on.
         *
         * @param partitions how many each topic has
         */
        public void follow(Map<String, Integer> partitions) {
            partitionsByTopic = Map.copyOf(partitions);
            caughtUp = Set.of();
        }

        /** Tells that something of these topics is to be delivered again. */
        public void notCaughtUp(Collection<String> topics) {
            if (!topics.isEmpty()) {
                caughtUp = caughtUp.stream()
                        .filter(partition -> !topics.contains(partition.topic()))
                        .collect(Collectors.toSet());
            }
        }

        /** Tells which partitions of this instance hold nothing more than what was delivered. */
        public void caughtUp(Collection<Partition> partitions) {
            caughtUp = Set.copyOf(partitions);
        }
    }

    /** This and what the deliveries bring on; this stays as it is. */
    public Progress with(Collection<Delivery> deliveries) {
        Progress together = new Progress(topology);
        together.latest.putAll(latest);
        together.reached.putAll(reached);
        deliveries.forEach(together::follow);
        return together;
    }

    /** Takes over what has been handled, passed over or parked; a record that is no event of a source tells nothing. */
    public void follow(Delivery delivery) {
        try {
            follow(delivery, CloudEvents.toEvent(delivery));
        } catch (CloudEvents.UnreadableEvent e) {
            // It has no position.
        }
    }

    private void follow(Delivery delivery, ReceivedEvent event) {
        String source = event.source();
        latest.merge(source, new Latest(event.position(), event.occurredAt()), Latest::later);
        reached.merge(new Share(source, Partition.of(delivery)), event.position(), Math::max);
        topology.topicsBySource
                .computeIfAbsent(source, first -> new HashSet<>())
                .add(delivery.topic());
    }

    public boolean isEmpty() {
        return latest.isEmpty();
    }

    /** Has it noted, at the end of the transaction, because the instances of a service share these rows. */
    public void addTo(RoundTrip statements) {
        if (isEmpty()) {
            return;
        }
        Map<Share, Long> shares = new TreeMap<>(reached);
        for (Map.Entry<String, Latest> source : latest.entrySet()) {
            long highest =
                    Math.max(source.getValue().position(), topology.highestBySource.getOrDefault(source.getKey(), 0L));
            for (String topic : topology.topicsBySource.getOrDefault(source.getKey(), Set.of())) {
                addRest(shares, source.getKey(), topic, highest);
            }
        }
        FOLLOW_SOURCE.addTo(statements, List.copyOf(latest.entrySet()));
        FOLLOW_SHARE.addTo(statements, List.copyOf(shares.entrySet()));
    }

    /** The partitions of which nothing was delivered now; once, also those of other instances, so that each is waited for. */
    private void addRest(Map<Share, Long> shares, String source, String topic, long highest) {
        boolean isNoted = topology.noted.contains(source + " " + topic);
        for (int number = 0; number < topology.partitionsByTopic.getOrDefault(topic, 0); number++) {
            Partition partition = new Partition(topic, number);
            if (topology.caughtUp.contains(partition)) {
                shares.merge(new Share(source, partition), highest, Math::max);
            } else if (!isNoted) {
                shares.putIfAbsent(new Share(source, partition), 0L);
            }
        }
    }

    /** It is committed, and so nothing is left to be noted. */
    public void noted() {
        latest.forEach((source, last) -> {
            topology.highestBySource.merge(source, last.position(), Math::max);
            for (String topic : topology.topicsBySource.getOrDefault(source, Set.of())) {
                if (topology.partitionsByTopic.containsKey(topic)) {
                    topology.noted.add(source + " " + topic);
                }
            }
        });
        latest.clear();
        reached.clear();
    }
}
