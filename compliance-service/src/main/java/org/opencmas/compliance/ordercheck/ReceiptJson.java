package org.opencmas.compliance.ordercheck;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Finding;
import org.opencmas.compliance.rule.purchaseorder.Certificate;
import org.opencmas.compliance.rule.purchaseorder.Contractor;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** Writes and reads what a receipt keeps. Its own mapper, so that no setting of the HTTP layer changes how a receipt is read. */
@Singleton
class ReceiptJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final ObjectReader FACTS = MAPPER.readerFor(OrderFacts.class);
    private static final ObjectReader JUDGED_ORDER = MAPPER.readerFor(JudgedOrder.class);
    private static final ObjectReader FINDINGS = MAPPER.readerFor(new TypeReference<List<Finding>>() {});
    private static final ObjectReader CERTIFICATES = MAPPER.readerFor(new TypeReference<List<Certificate>>() {});
    private static final ObjectReader LOCATIONS = MAPPER.readerFor(new TypeReference<List<Contractor.Location>>() {});
    private static final ObjectReader STATUS_TIMELINE =
            MAPPER.readerFor(new TypeReference<List<StatusTimeline.Since>>() {});
    private static final ObjectReader POSITIONS = MAPPER.readerFor(new TypeReference<TreeMap<String, Long>>() {});

    private record JudgedOrder(Order order) {}

    String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record of plain values is always writable", impossible);
        }
    }

    OrderFacts facts(String text) {
        return read(FACTS, text);
    }

    /** The order alone of the facts; whatever else they hold is skipped. */
    Order judgedOrder(String facts) {
        JudgedOrder judged = read(JUDGED_ORDER, facts);
        return judged.order();
    }

    List<Finding> findings(String text) {
        return read(FINDINGS, text);
    }

    List<Certificate> certificates(String text) {
        return read(CERTIFICATES, text);
    }

    /** Null for a contractor whose locations have not arrived here. */
    @Nullable
    List<Contractor.Location> locations(@Nullable String text) {
        return text == null ? null : read(LOCATIONS, text);
    }

    List<StatusTimeline.Since> statusTimeline(String text) {
        return read(STATUS_TIMELINE, text);
    }

    Map<String, Long> positions(String text) {
        return read(POSITIONS, text);
    }

    /** @throws IllegalArgumentException for an event that is not what its type promises, so that it is parked */
    <T> T payload(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("the payload is no " + type.getSimpleName(), wrong);
        }
    }

    private static <T> T read(ObjectReader reader, String text) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException("what was stored cannot be read", wrong);
        }
    }
}
