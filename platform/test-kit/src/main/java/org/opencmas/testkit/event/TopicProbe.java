package org.opencmas.testkit.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.opencmas.testkit.Eventually;

/** Reads topics from their beginning and publishes events as another service would, both with CloudEvents headers. */
public final class TopicProbe {
    private static final int PARTITIONS = 6;
    private static final String TYPE_PREFIX = "org.opencmas.";

    private final String broker;
    private final String prefix;

    public TopicProbe(String broker, String prefix) {
        this.broker = broker;
        this.prefix = prefix;
    }

    /** A probe on the broker and with the topic prefix that the service under test was started with. */
    public static TopicProbe ofServiceUnderTest() {
        Config config = ConfigProvider.getConfig();
        return new TopicProbe(
                config.getValue("kafka.bootstrap.servers", String.class),
                config.getOptionalValue("cmas.events.topic-prefix", String.class)
                        .orElse(""));
    }

    /**
     * Reads the topic until so many events that fit were seen.
     *
     * @param topic without the prefix of the test run
     * @return all that fit, in the order of their partitions
     * @throws AssertionError when the deadline passes before
     */
    public List<CloudEvent> await(String topic, int count, Duration deadline, Predicate<CloudEvent> fits) {
        List<CloudEvent> seen = read(topic, deadline, fits, count);
        if (seen.size() < count) {
            throw new AssertionError("%s has %d of %d events that fit after %s: %s"
                    .formatted(topic, seen.size(), count, deadline, seen));
        }
        return seen;
    }

    /** The first event of that type and aggregate. */
    public CloudEvent awaitOne(String topic, String type, Object aggregateId, Duration deadline) {
        return await(
                        topic,
                        1,
                        deadline,
                        event ->
                                event.type().equals(type) && event.aggregateId().equals(aggregateId.toString()))
                .getFirst();
    }

    /** All matching events at the end of the time: shows that an event does not come. */
    public List<CloudEvent> seenAfter(String topic, Duration time, Predicate<CloudEvent> fits) {
        return read(topic, time, fits, Integer.MAX_VALUE);
    }

    /** Publishes an event and waits for the broker's acknowledgement. The topic is made when it is missing. */
    public CloudEvent publish(String topic, CloudEvent event) {
        create(topic);
        Map<String, Object> settings = Map.of("bootstrap.servers", broker, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(record(topic, event)).get();
            return event;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Publishes a new event, for instance from a producer's example file. */
    public CloudEvent publish(
            String topic, String source, String type, Object aggregateId, long aggregateVersion, String payload) {
        return publish(topic, CloudEvent.of(source, type, aggregateId.toString(), aggregateVersion, payload));
    }

    private ProducerRecord<String, String> record(String topic, CloudEvent event) {
        var record = new ProducerRecord<>(prefix + topic, event.aggregateId(), event.payload());
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", event.id().toString(),
                        "ce_source", event.source(),
                        "ce_type", TYPE_PREFIX + event.type(),
                        "ce_time", event.occurredAt().toString(),
                        "ce_subject", event.aggregateId(),
                        "ce_position", Long.toString(event.position()),
                        "ce_aggregateversion", Long.toString(event.aggregateVersion()),
                        "ce_actor", "test",
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private List<CloudEvent> read(String topic, Duration time, Predicate<CloudEvent> fits, int enough) {
        long end = System.nanoTime() + time.toNanos();
        Map<String, Object> settings = Map.of("bootstrap.servers", broker, "enable.auto.commit", "false");
        List<CloudEvent> seen = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            while (System.nanoTime() < end && seen.size() < enough) {
                if (consumer.assignment().isEmpty()) {
                    assignAll(consumer, topic);
                }
                consumer.poll(Duration.ofMillis(50))
                        .forEach(record -> event(record).filter(fits).ifPresent(seen::add));
            }
        }
        return seen;
    }

    private void assignAll(KafkaConsumer<String, String> consumer, String topic) {
        create(topic);
        // A broker that has much to do may not tell at once of a topic that was made just now.
        List<PartitionInfo> partitions = Eventually.valueWithin(
                Eventually.PATIENCE,
                () -> Optional.of(consumer.partitionsFor(prefix + topic)).filter(found -> !found.isEmpty()));
        consumer.assign(partitions.stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    private void create(String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic(prefix + topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(failure);
            }
        }
    }

    /** Empty for a record without the headers of an event, such as a poison one that a test itself has sent. */
    private static Optional<CloudEvent> event(ConsumerRecord<String, String> record) {
        if (record.headers().lastHeader("ce_id") == null) {
            return Optional.empty();
        }
        return Optional.of(new CloudEvent(
                UUID.fromString(header(record, "ce_id")),
                header(record, "ce_source"),
                header(record, "ce_type").replaceFirst("^org\\.opencmas\\.", ""),
                header(record, "ce_subject"),
                Long.parseLong(header(record, "ce_aggregateversion")),
                Long.parseLong(header(record, "ce_position")),
                Instant.parse(header(record, "ce_time")),
                record.value()));
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null) {
            throw new AssertionError("The record " + record.topic() + "@" + record.offset() + " has no header " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
