package org.opencmas.order.purchaseorder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Documents as JSON: one form for the database, the events and the answers. */
final class OrderJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private OrderJson() {}

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order can always be written as JSON", e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("this is no " + type.getSimpleName(), e);
        }
    }

    static ObjectNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    static JsonNode node(Object value) {
        return JSON.valueToTree(value);
    }

    static <T> T convert(JsonNode tree, Class<T> type) {
        return JSON.convertValue(tree, type);
    }

    /** The payload of an order's event: the whole document, its state, who submitted it when, and the event's own. */
    static ObjectNode view(OrderChange change) {
        ObjectNode view = view(change.subject());
        view.setAll(tree(change.details()));
        return view;
    }

    /** A version as events and answers show it. */
    static ObjectNode view(OrderVersion version) {
        ObjectNode view = tree(version.document());
        view.put("state", version.state().name());
        OrderVersion.Act submission = version.submission();
        if (submission != null) {
            view.put("submittedAt", submission.at().toString());
            view.put("submittedBy", submission.by());
        }
        return view;
    }
}
