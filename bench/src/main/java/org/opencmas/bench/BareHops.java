package org.opencmas.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The denominator of submit-to-decision: one commit, a hop over Kafka to a second client, its commit, and a hop back,
 * each with bare clients that wait for every acknowledgement.
 */
final class BareHops implements AutoCloseable {
    private final String url;
    private final KafkaProducer<String, String> producer;
    private final String there = "bench.there." + UUID.randomUUID();
    private final String back = "bench.back." + UUID.randomUUID();
    private final Map<String, CountDownLatch> waiting = new ConcurrentHashMap<>();
    private final List<KafkaConsumer<String, String>> consumers;
    private final List<Thread> threads;
    private final String payload;

    BareHops(String url, String bootstrapServers, String payload) throws Exception {
        this.url = url;
        this.payload = payload;
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("""
                    create table if not exists bare_submission (id uuid primary key, payload text not null);
                    create table if not exists bare_decision (id uuid primary key, payload text not null);
                    truncate bare_submission, bare_decision""");
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(there, 1, (short) 1), new NewTopic(back, 1, (short) 1)))
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new StringSerializer());
        KafkaConsumer<String, String> decider = consumer(bootstrapServers, there);
        KafkaConsumer<String, String> submitter = consumer(bootstrapServers, back);
        consumers = List.of(decider, submitter);
        Inserts decisions = new Inserts("insert into bare_decision (id, payload) values (?, ?)");
        threads = List.of(
                Thread.ofPlatform()
                        .start(() -> poll(decider, received -> {
                            decisions.insert(UUID.fromString(received.key()), received.value());
                            producer.send(new ProducerRecord<>(back, received.key(), received.value()));
                        })),
                Thread.ofPlatform()
                        .start(() -> poll(submitter, received -> {
                            CountDownLatch latch = waiting.remove(received.key());
                            if (latch != null) {
                                latch.countDown();
                            }
                        })));
    }

    /** Commits a submission, sends it, and waits until the decision came back. */
    Load.Client client() throws SQLException {
        Inserts submissions = new Inserts("insert into bare_submission (id, payload) values (?, ?)");
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
        void accept(ConsumerRecord<String, String> received) throws SQLException;
    }

    private static void poll(KafkaConsumer<String, String> consumer, Received received) {
        try (consumer) {
            while (true) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    received.accept(record);
                }
            }
        } catch (WakeupException e) {
            // close() ends the loop this way.
        } catch (SQLException e) {
            throw new IllegalStateException("the bare decider could not commit", e);
        }
    }

    private static KafkaConsumer<String, String> consumer(String bootstrapServers, String topic) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", bootstrapServers,
                        "fetch.min.bytes", "1",
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

        Inserts(String sql) throws SQLException {
            statement = DriverManager.getConnection(url).prepareStatement(sql);
        }

        void insert(UUID id, String value) throws SQLException {
            statement.setObject(1, id);
            statement.setString(2, value);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws InterruptedException {
        consumers.forEach(KafkaConsumer::wakeup);
        for (Thread thread : threads) {
            thread.join();
        }
        producer.close();
    }
}
