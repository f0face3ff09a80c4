package org.opencmas.order.purchaseorder.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;

/** Documents as JSON: one form for the database, the events and the answers. */
public final class OrderJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(
                    AnnotationIntrospector.pair(new JacksonAnnotationIntrospector(), new StoredJsonRules()))
            .build();

    /** Most bytes of a document, inclusive, so that it always fits into an event with what that adds. */
    static final int MAX_DOCUMENT_BYTES = 3_600_000;

    private OrderJson() {}

    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order can always be written as JSON", e);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("this is no " + type.getSimpleName(), e);
        }
    }

    public static ObjectNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    public static <T> T convert(JsonNode tree, Class<T> type) {
        return JSON.convertValue(tree, type);
    }

    /**
     * A document as it is stored and published.
     *
     * @throws InvalidRequest (400) for one that no event could carry
     */
    public static String document(OrderDocument document) {
        String json = write(document);
        boolean mayBeTooLarge = json.length() > MAX_DOCUMENT_BYTES / 3;
        int bytes = mayBeTooLarge ? json.getBytes(StandardCharsets.UTF_8).length : json.length();
        if (bytes > MAX_DOCUMENT_BYTES) {
            throw new InvalidRequest(new Fault(
                    "/lines",
                    "make a document of " + bytes + " bytes, at most " + MAX_DOCUMENT_BYTES + " are allowed",
                    "Shorten the descriptions, or place two orders."));
        }
        return json;
    }
}
