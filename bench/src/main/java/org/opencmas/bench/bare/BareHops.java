package org.opencmas.bench.bare;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.opencmas.bench.suite.Load;

/**
 * Commits and hops over Kafka with bare clients that know nothing of orders.
 *
 * <p>{@link Way#SHORTEST} is the denominator of submit-to-decision: one commit, a hop to a second client, its commit, and a hop
 * back. {@link Way#AS_DESIGNED} makes as many as the suite must by its design, and still does nothing with them: what comes back
 * is committed too before it is answered, and then sent on to a third client, which gathers it for a moment, commits, and sends.
 */
public final class BareHops implements AutoCloseable {
    /** How far a submission goes. */
    public enum Way {
        SHORTEST,
        AS_DESIGNED
    }

    private static final String OUTCOME = "outcome";
    private static final int GATHERED_BYTES = 200_000;
    private static final int GATHERED_FOR_MILLIS = 100;

    private final String url;
    private final KafkaProducer<String, String> producer;
    private final String there = "bench.there." + UUID.randomUUID();
    private final String back = "bench.back." + UUID.randomUUID();
    private final String posted = "bench.posted." + UUID.randomUUID();
    private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();
    private final List<KafkaConsumer<String, String>> consumers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final String payload;

    public BareHops(Way way, String url, String bootstrapServers, String payload) throws Exception {
        this.url = url;
        this.payload = payload;
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (String table : List.of("bare_submission", "bare_decision", "bare_outcome", "bare_posting")) {
                statement.execute("create table if not exists " + table
                        + " (id uuid primary key, payload text not null); truncate " + table);
            }
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(
                            new NewTopic(there, 1, (short) 1),
                            new NewTopic(back, 1, (short) 1),
                            new NewTopic(posted, 1, (short) 1)))
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new StringSerializer());
        for (String topic : List.of(there, back, posted)) {
            // Alone: of several sent at once to a topic that has no leader yet, the first could be refused and the
            // second taken.
            producer.send(new ProducerRecord<>(topic, UUID.randomUUID().toString(), OUTCOME))
                    .get();
        }
        follow(consumer(bootstrapServers, there, 1, 500), deciding());
        follow(consumer(bootstrapServers, back, 1, 500), way == Way.SHORTEST ? answering() : outcome());
        if (way == Way.AS_DESIGNED) {
            follow(consumer(bootstrapServers, there, GATHERED_BYTES, GATHERED_FOR_MILLIS), posting());
        }
    }

    private Received deciding() throws SQLException {
        var decisions = new Inserts("bare_decision");
        return delivered -> {
            for (var submitted : delivered) {
                if (!submitted.value().equals(OUTCOME)) {
                    decisions.insert(UUID.fromString(submitted.key()), submitted.value());
                    producer.send(new ProducerRecord<>(back, submitted.key(), submitted.value()));
                }
            }
        };
    }

    private Received answering() {
        return delivered -> delivered.forEach(decided -> answer(decided.key()));
    }

    private Received outcome() throws SQLException {
        var outcomes = new Inserts("bare_outcome");
        return delivered -> {
            for (var decided : delivered) {
                outcomes.insert(UUID.fromString(decided.key()), decided.value());
                answer(decided.key());
                producer.send(new ProducerRecord<>(there, decided.key(), OUTCOME));
            }
        };
    }

    /** Those that gathered, in one transaction. */
    private Received posting() throws SQLException {
        var postings = new Inserts("bare_posting");
        return delivered -> {
            List<String> keys = new ArrayList<>();
            for (var outcome : delivered) {
                if (outcome.value().equals(OUTCOME)) {
                    keys.add(outcome.key());
                }
            }
            postings.insertTogether(keys, payload);
            keys.forEach(key -> producer.send(new ProducerRecord<>(posted, key, payload)));
        };
    }

    private void answer(String key) {
        CountDownLatch latch = waiting.remove(key);
        if (latch != null) {
            latch.countDown();
        }
    }

    private void follow(KafkaConsumer<String, String> consumer, Received received) {
        consumers.add(consumer);
        threads.add(Thread.ofPlatform().start(() -> poll(consumer, received)));
    }

    /** Commits a submission, sends it, and waits until the decision came back. */
    public Load.Client client() throws SQLException {
        Inserts submissions = new Inserts("bare_submission");
        return () -> {
            UUID id = TimeOrdered.next();
            var decided = new CountDownLatch(1);
            waiting.put(id.toString(), decided);
            submissions.insert(id, payload);
            producer.send(new ProducerRecord<>(there, id.toString(), payload));
            if (!decided.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no answer within 30 s over bare clients");
            }
        };
    }

    private interface Received {
        void accept(ConsumerRecords<String, String> delivered) throws SQLException;
    }

    private static void poll(KafkaConsumer<String, String> consumer, Received received) {
        try (consumer) {
            while (true) {
                received.accept(consumer.poll(Duration.ofSeconds(1)));
            }
        } catch (WakeupException e) {
            // close() ends the loop this way.
        } catch (SQLException e) {
            throw new IllegalStateException("the bare decider could not commit", e);
        }
    }

    private static KafkaConsumer<String, String> consumer(
            String bootstrapServers, String topic, int gatheredBytes, int gatheredForMillis) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", bootstrapServers,
                        "fetch.min.bytes", gatheredBytes,
                        "fetch.max.wait.ms", gatheredForMillis,
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.assign(List.of(new TopicPartition(topic, 0)));
        return consumer;
    }

    /** One connection with one prepared insert, committed at once. */
    private final class Inserts {
        private final PreparedStatement statement;

        Inserts(String table) throws SQLException {
            Connection connection = DriverManager.getConnection(url);
            connections.add(connection);
            statement = connection.prepareStatement("insert into " + table + " (id, payload) values (?, ?)");
        }

        void insert(UUID id, String value) throws SQLException {
            statement.setObject(1, id);
            statement.setString(2, value);
            statement.executeUpdate();
        }

        void insertTogether(List<String> ids, String value) throws SQLException {
            if (ids.isEmpty()) {
                return;
            }
            Connection connection = statement.getConnection();
            connection.setAutoCommit(false);
            for (String id : ids) {
                statement.setObject(1, UUID.fromString(id));
                statement.setString(2, value);
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
        }
    }

    @Override
    public void close() throws InterruptedException, SQLException {
        consumers.forEach(KafkaConsumer::wakeup);
        for (Thread thread : threads) {
            thread.join();
        }
        producer.close();
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
