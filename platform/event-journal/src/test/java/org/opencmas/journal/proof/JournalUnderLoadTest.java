package org.opencmas.journal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.journal.ServiceFixture.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.journal.Effects;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.ServiceFixture;
import org.opencmas.journal.entry.JournalEntry;
import org.opencmas.journal.entry.NumberedEntries;
import org.opencmas.journal.entry.NumberedEntry;
import org.opencmas.journal.relay.RelayProcess;

/**
 * Sixteen writers with short and long transactions, while the relay's process is killed again and again: 15 s and 12 kills, with
 * {@code ./cmas soak} 60 s and 50 kills. The seconds and the seed can be set with {@code -Djournal.seconds} and {@code -Djournal.seed}.
 */
@DisplayName("Whatever dies, every committed event is seen exactly once and in one order by the feed and by the topic")
final class JournalUnderLoadTest {

    private static final long SEED =
            Long.getLong("journal.seed", ThreadLocalRandom.current().nextLong());
    private static final int SECONDS = Integer.getInteger("journal.seconds", 15);
    private static final int KILLS = Math.max(1, SECONDS * 50 / 60);
    private static final int WRITERS = 16;
    private static final int AGGREGATES = 200;
    private static final int PROCESSES_PREPARED = 3;
    private static final int LONGEST_LAST_PHASE_MILLIS = 500;

    private final Queue<String> committed = new ConcurrentLinkedQueue<>();
    private final Queue<String> rolledBack = new ConcurrentLinkedQueue<>();
    private volatile boolean writing = true;
    private volatile boolean reading = true;

    @Test
    void nothingIsLostDoubledOrReordered() throws Exception {
        System.out.println("journal under load: seed " + SEED + ", " + SECONDS + " s, " + KILLS + " kills");
        try (ServiceFixture service = new ServiceFixture(3);
                ExecutorService threads =
                        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory());
                // Closed first, so that a failure ends the threads instead of waiting for them for ever.
                AutoCloseable _ = this::endThreads) {
            service.execute("create table aggregate (id text primary key, version bigint not null)");
            service.execute(
                    "insert into aggregate select 'a' || n, 0 from generate_series(0, " + (AGGREGATES - 1) + ") n");
            Effects effects = new Effects(service);
            ServiceFixture.Following following = service.follow(effects);
            Future<List<NumberedEntry>> feed = threads.submit(readFeed(service));
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(threads.submit(write(service, writer)));
            }
            Future<?> killer = threads.submit(killRelays(service, Path.of("target", "killed-relays.log")));

            Thread.sleep(Duration.ofSeconds(SECONDS));
            killer.get();
            writing = false;
            for (Future<?> writer : writers) {
                writer.get();
            }
            long publishedByTheKilled = service.published();
            service.startRelay();
            await("all published", () -> service.published() == committed.size());
            await("every event took effect", () -> effects.count() >= committed.size());
            reading = false;

            List<ConsumerRecord<String, String>> topic = service.topicContent();
            System.out.printf(
                    "journal under load: %d events committed, %d rolled back, %d published by killed relays, %d duplicates%n",
                    committed.size(), rolledBack.size(), publishedByTheKilled, topic.size() - committed.size());
            assertThat(publishedByTheKilled).isPositive();
            assertOneOrder(feed.get());
            assertSameOnTopic(feed.get(), topic);
            assertEachTookEffectOnce(feed.get(), effects);
            assertThat(following.batches().failureTotal()).isZero();
            assertThat(new JournalVerifier().follow(feed.get())).isEmpty();
        }
    }

    private void endThreads() {
        writing = false;
        reading = false;
    }

    private void assertOneOrder(List<NumberedEntry> feed) {
        // As sets, since the library compares each element of one list with each of the other.
        Set<String> told = new HashSet<>();
        feed.forEach(entry -> told.add(entry.entry().payload()));
        assertThat(feed).hasSameSizeAs(committed);
        assertThat(told).as("no payload stands for two events").hasSameSizeAs(committed);
        assertThat(told).isEqualTo(Set.copyOf(committed));
        told.retainAll(Set.copyOf(rolledBack));
        assertThat(told).as("events of transactions that were rolled back").isEmpty();
        assertThat(feed).extracting(entry -> entry.entry().eventId()).doesNotHaveDuplicates();
        Map<String, Long> versions = new HashMap<>();
        for (int i = 0; i < feed.size(); i++) {
            assertThat(feed.get(i).position()).as("positions are gapless").isEqualTo(i + 1L);
            JournalEntry entry = feed.get(i).entry();
            long before = versions.getOrDefault(entry.aggregateId(), 0L);
            assertThat(entry.aggregateVersion()).as(entry.aggregateId()).isEqualTo(before + 1);
            versions.put(entry.aggregateId(), entry.aggregateVersion());
        }
    }

    /** Without the duplicates, each partition holds what the feed holds of its keys, in the feed's order. */
    private static void assertSameOnTopic(List<NumberedEntry> feed, List<ConsumerRecord<String, String>> topic) {
        Map<Integer, Set<String>> idsOfPartition = new LinkedHashMap<>();
        Map<String, Integer> partitionOfKey = new HashMap<>();
        for (ConsumerRecord<String, String> message : topic) {
            String id = new String(message.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
            idsOfPartition
                    .computeIfAbsent(message.partition(), p -> new LinkedHashSet<>())
                    .add(id);
            partitionOfKey.put(message.key(), message.partition());
        }
        Map<Integer, List<String>> expected = new HashMap<>();
        for (NumberedEntry entry : feed) {
            expected.computeIfAbsent(partitionOfKey.get(entry.entry().aggregateId()), p -> new ArrayList<>())
                    .add(entry.entry().eventId().toString());
        }
        assertThat(idsOfPartition.keySet()).isEqualTo(expected.keySet());
        idsOfPartition.forEach((partition, ids) -> assertThat(List.copyOf(ids)).isEqualTo(expected.get(partition)));
    }

    private static void assertEachTookEffectOnce(List<NumberedEntry> feed, Effects effects) throws SQLException {
        Map<String, List<String>> expected = new HashMap<>();
        for (NumberedEntry entry : feed) {
            expected.computeIfAbsent(entry.entry().aggregateId(), a -> new ArrayList<>())
                    .add(Long.toString(entry.entry().aggregateVersion()));
        }
        for (Map.Entry<String, List<String>> aggregate : expected.entrySet()) {
            assertThat(effects.of(aggregate.getKey())).isEqualTo(aggregate.getValue());
        }
        assertThat(effects.count()).isEqualTo(feed.size());
    }

    private Callable<List<NumberedEntry>> readFeed(ServiceFixture service) {
        return () -> {
            List<NumberedEntry> read = new ArrayList<>();
            try (Connection connection = service.dataSource.getConnection()) {
                while (reading) {
                    long last = read.isEmpty() ? 0 : read.getLast().position();
                    List<NumberedEntry> next =
                            NumberedEntries.after(connection, last, 100).entries();
                    read.addAll(next);
                    if (next.isEmpty()) {
                        Thread.sleep(10);
                    }
                }
            }
            return read;
        };
    }

    private Callable<Void> write(ServiceFixture service, int writer) {
        RandomGenerator random = generator(writer);
        return () -> {
            try (Connection connection = service.dataSource.getConnection()) {
                connection.setAutoCommit(false);
                for (int transaction = 0; writing; transaction++) {
                    writeOnce(service, connection, random, writer + "-" + transaction);
                    Thread.sleep(random.nextInt(25));
                }
                connection.setAutoCommit(true);
            }
            return null;
        };
    }

    private void writeOnce(ServiceFixture service, Connection connection, RandomGenerator random, String name)
            throws Exception {
        List<NewEvent> events = new ArrayList<>();
        // Sorted, so that two writers never wait for each other.
        int[] aggregates = random.ints(1 + random.nextInt(3), 0, AGGREGATES)
                .distinct()
                .sorted()
                .toArray();
        for (int aggregate : aggregates) {
            String id = "a" + aggregate;
            String payload = "{\"name\":\"" + name + "-" + aggregate + "\"}";
            events.add(new NewEvent("cmas.orders", id, nextVersion(connection, id), "order.issued.v1", payload));
        }
        service.journal.append(connection, ServiceFixture.ACTOR, events);
        boolean isLong = random.nextInt(100) < 2;
        Thread.sleep(isLong ? random.nextInt(1000) : random.nextInt(4));
        List<String> payloads = events.stream().map(NewEvent::payload).toList();
        if (random.nextInt(10) == 0) {
            connection.rollback();
            rolledBack.addAll(payloads);
        } else {
            connection.commit();
            service.journal.wake();
            committed.addAll(payloads);
        }
    }

    private static long nextVersion(Connection connection, String aggregate) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update aggregate set version = version + 1 where id = ? returning version")) {
            update.setString(1, aggregate);
            try (ResultSet row = update.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Of ten relays kills about two while they start, two when they begin to work and six while they publish. */
    private Callable<Void> killRelays(ServiceFixture service, Path log) {
        RandomGenerator random = generator(WRITERS);
        return () -> {
            Deque<RelayProcess> prepared = new ArrayDeque<>();
            for (int kill = 0; kill < KILLS; kill++) {
                while (prepared.size() < PROCESSES_PREPARED) {
                    prepared.addLast(RelayProcess.prepare(service, log));
                }
                RelayProcess relay = prepared.removeFirst();
                long published = service.published();
                relay.begin();
                int moment = random.nextInt(10);
                if (moment >= 2) {
                    relay.awaitWork();
                }
                if (moment >= 4) {
                    await("the relay publishes", () -> service.published() > published);
                }
                Thread.sleep(random.nextInt(LONGEST_LAST_PHASE_MILLIS));
                relay.kill();
            }
            for (RelayProcess left : prepared) {
                left.kill();
            }
            return null;
        };
    }

    private static RandomGenerator generator(int stream) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + stream);
    }
}
