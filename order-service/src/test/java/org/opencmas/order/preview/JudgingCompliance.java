package org.opencmas.order.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.opencmas.testkit.event.TopicProbe;

/**
 * Stands where compliance stands, on the real broker: it answers previews and submissions by a judgement that follows from the document alone, and by
 * another one of orders for which it is told that something changed. Compliance's own side of this is tested in its module.
 */
final class JudgingCompliance implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TOPICS = List.of("cmas.order-previews", "cmas.orders");

    /** An event of an order as it was published. */
    record Told(String type, long aggregateVersion) {}

    private final TopicProbe probe = TopicProbe.ofServiceUnderTest();
    private final Map<String, List<Told>> told = new ConcurrentHashMap<>();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean stopping;

    JudgingCompliance() {
        // Looking makes a topic that is not there yet; the service makes it with the first event only.
        TOPICS.forEach(topic -> probe.seenAfter(topic, Duration.ofMillis(100), any -> false));
        Config config = ConfigProvider.getConfig();
        String prefix = config.getOptionalValue("cmas.events.topic-prefix", String.class)
                .orElse("");
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        config.getValue("kafka.bootstrap.servers", String.class),
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(prefix + topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().name("judging-compliance").start(() -> follow(consumer));
    }

    /** Whatever the order is judged by is no more what it was. */
    void somethingChangedFor(UUID orderId) {
        changed.add(orderId.toString());
    }

    void itIsAsItWasFor(UUID orderId) {
        changed.remove(orderId.toString());
    }

    /** The events of an order that came so far, in their order. */
    List<Told> of(UUID orderId) {
        return List.copyOf(told.getOrDefault(orderId.toString(), List.of()));
    }

    private void follow(KafkaConsumer<String, String> consumer) {
        try (consumer) {
            while (!stopping) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(20))) {
                    answer(record);
                }
            }
        }
    }

    private void answer(ConsumerRecord<String, String> record) {
        String type = header(record, "ce_type").replaceFirst("^org\\.opencmas\\.", "");
        String key = header(record, "ce_subject");
        JsonNode document = read(record.value());
        if (type.equals("order-preview.asked.v1")) {
            ObjectNode judged = judgement(document);
            judged.put("previewId", document.path("previewId").asText());
            judged.put("judgementHash", hash(judged));
            judged.put("judgedAt", "2026-03-02T18:00:00Z");
            publish("cmas.preview-judgements", "order-preview.judged.v1", key, 1, judged);
            return;
        }
        told.computeIfAbsent(key, any -> new CopyOnWriteArrayList<>())
                .add(new Told(type, Long.parseLong(header(record, "ce_aggregateversion"))));
        if (type.equals("order.submitted.v1")) {
            decide(key, document);
        }
    }

    private void decide(String orderId, JsonNode document) {
        ObjectNode judged = judgement(document);
        judged.put("documentVersion", document.path("documentVersion").asInt());
        JsonNode preview = document.path("preview");
        if (!preview.isMissingNode() && !preview.path("judgementHash").asText().equals(hash(judged))) {
            judged.put("previewId", preview.path("previewId").asText());
            judged.put("judgedAt", "2026-03-02T18:00:00Z");
            publish(
                    "cmas.preview-judgements",
                    "order-preview.not-met.v1",
                    UUID.randomUUID().toString(),
                    1,
                    judged);
            return;
        }
        judged.put("evaluationId", UUID.randomUUID().toString());
        judged.put("receiptHash", "00");
        judged.put("evaluatedAt", "2026-03-02T18:00:00Z");
        publish(
                "cmas.evaluations",
                "order.evaluated.v1",
                orderId,
                document.path("documentVersion").asLong(),
                judged);
    }

    /** RETURN where the cents of the total say so, never of an original; one warning that names the total, and another one after a change. */
    private ObjectNode judgement(JsonNode document) {
        BigDecimal total = new BigDecimal(document.path("total").asText());
        boolean returns = document.path("amendmentNumber").asInt() > 0
                && total.movePointRight(2).intValueExact() % 4 == 0;
        String orderId = document.path("orderId").asText();
        ObjectNode judged = JSON.createObjectNode();
        judged.put("orderId", orderId);
        judged.put("agencyId", document.path("agencyId").asText());
        judged.put("decision", returns ? "RETURN" : "ISSUE");
        ArrayNode findings = judged.putArray("findings");
        findings.add(finding("TOTAL-SEEN", returns, "The total is " + total + "."));
        if (changed.contains(orderId)) {
            findings.add(finding("SOMETHING-CHANGED", false, "The agreement was suspended."));
        }
        judged.put("ruleSetVersion", "1");
        judged.putObject("asOf");
        return judged;
    }

    private static ObjectNode finding(String rule, boolean blocking, String message) {
        ObjectNode finding = JSON.createObjectNode();
        finding.put("ruleId", rule).put("ruleVersion", 1).put("verdict", blocking ? "FAIL" : "WARN");
        finding.put("blocking", blocking).put("message", message).putObject("numbers");
        finding.putArray("lineIds");
        return finding;
    }

    private static String hash(ObjectNode judged) {
        try {
            String text = judged.path("decision").asText() + judged.path("findings");
            return HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private void publish(String topic, String type, String key, long version, ObjectNode payload) {
        probe.publish(topic, "/compliance-service", type, key, version, payload.toString());
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        thread.join();
    }
}
