package org.opencmas.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {
    /** Three minutes of them: a guard against a hang and not a claim. */
    private static final int MOST_POLLS = 900;

    @TempDir
    Path directory;

    @Test
    @DisplayName("What was acknowledged is there after the broker was killed and started again")
    void keepsAcknowledgedRecordsOverAKill() throws Exception {
        int port = Loopback.freePort();
        int controllerPort = Loopback.freePort();
        KafkaBroker killed = KafkaBroker.startDurable(directory, port, controllerPort);
        try (var admin = Admin.create(Map.of("bootstrap.servers", killed.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("facts", 1, (short) 1)))
                    .all()
                    .get();
        }
        send(killed, 100);
        killed.process().kill();

        try (KafkaBroker again = KafkaBroker.startDurable(directory, port, controllerPort)) {
            assertThat(KafkaBroker.attach(directory, port)).isPresent();
            assertThat(receive(again, 100)).hasSize(100).startsWith("fact 0").endsWith("fact 99");
        }
        assertThat(KafkaBroker.attach(directory, port)).isEmpty();
    }

    private static void send(KafkaBroker broker, int count) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>("facts", "fact " + i)).get();
            }
        }
    }

    private static List<String> receive(KafkaBroker broker, int count) {
        var settings = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition("facts", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var values = new ArrayList<String>();
            for (int poll = 0; poll < MOST_POLLS && values.size() < count; poll++) {
                consumer.poll(Duration.ofMillis(200)).forEach(received -> values.add(received.value()));
            }
            return values;
        }
    }
}
