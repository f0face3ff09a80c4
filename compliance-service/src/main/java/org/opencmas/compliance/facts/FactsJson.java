package org.opencmas.compliance.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.compliance.rule.purchaseorder.known.Certificate;
import org.opencmas.compliance.rule.purchaseorder.known.Contractor;
import org.opencmas.compliance.rule.purchaseorder.known.RequestRecord;

/**
 * Writes and reads facts as they are stored, in receipts and in the copies. Its own mapper, so that no setting of the HTTP layer changes how
 * what was stored is read.
 */
public final class FactsJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addMixIn(Attestation.class, AttestationAsKept.class)
            .addMixIn(OrderFacts.class, OrderFactsAsKept.class)
            .addMixIn(OrderLine.class, KeptLine.Flat.class)
            .build();
    private static final ObjectReader FACTS = MAPPER.readerFor(OrderFacts.class);
    private static final ObjectReader JUDGED_ORDER = MAPPER.readerFor(JudgedOrder.class);
    private static final ObjectReader CERTIFICATES = reader(new TypeReference<List<Certificate>>() {});
    private static final ObjectReader LOCATIONS = reader(new TypeReference<List<Contractor.Location>>() {});
    private static final ObjectReader AGENCY_SETTINGS = reader(new TypeReference<Agency.Settings>() {});
    private static final ObjectReader STATUS_TIMELINE = reader(new TypeReference<List<StatusTimeline.Since>>() {});

    private FactsJson() {}

    private record JudgedOrder(Order order) {}

    /** A field that came later is left out where there is none: what was kept before has the same text, and so the same hash. */
    private interface AttestationAsKept {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Attestation.@Nullable Withdrawal withdrawal();
    }

    /** As {@link AttestationAsKept}: only a check has such a record. */
    private interface OrderFactsAsKept {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        RequestRecord requestRecord();
    }

    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record of plain values is always writable", impossible);
        }
    }

    /** A reader of that type with the settings of what is stored. */
    public static ObjectReader reader(TypeReference<?> type) {
        return MAPPER.readerFor(type);
    }

    public static OrderFacts facts(String text) {
        return read(FACTS, text);
    }

    /** The order alone of the facts; whatever else they hold is skipped. */
    public static Order judgedOrder(String facts) {
        JudgedOrder judged = read(JUDGED_ORDER, facts);
        return judged.order();
    }

    static List<Certificate> certificates(String text) {
        return read(CERTIFICATES, text);
    }

    /** Null for a contractor whose locations have not arrived here. */
    static @Nullable List<Contractor.Location> locations(@Nullable String text) {
        return text == null ? null : read(LOCATIONS, text);
    }

    /** Null for a policy that was copied before they were kept. */
    static Agency.@Nullable Settings agencySettings(@Nullable String text) {
        return text == null ? null : read(AGENCY_SETTINGS, text);
    }

    static List<StatusTimeline.Since> statusTimeline(String text) {
        return read(STATUS_TIMELINE, text);
    }

    /** @throws IllegalStateException when the text is not what such a reader takes: what was stored cannot be read */
    public static <T> T read(ObjectReader reader, String text) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException("what was stored cannot be read", wrong);
        }
    }

    /** @throws IllegalArgumentException for a payload that is not what its type promises, so that its event is parked */
    public static <T> T payload(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException("the payload is no " + type.getSimpleName(), wrong);
        }
    }
}
