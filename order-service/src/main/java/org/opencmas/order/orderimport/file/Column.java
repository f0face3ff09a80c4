package org.opencmas.order.orderimport.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opencmas.orderbody.NewOrder;

/**
 * A column of a CSV file of orders: the field of an order's body, or of one of its lines, that it fills. Which there are is said by the
 * schema of the body: every field of the order, of its check of a certificate and of its lines that one cell can hold. A name that the
 * order and its lines share is the order's.
 *
 * @param title its name in the header, which is that of the field
 * @param isTruth whether its cells are true or false
 */
record Column(Part part, String title, boolean isTruth) {
    private static final Map<String, Column> BY_TITLE = ofSchema();

    /** By which rows are known as those of one order. */
    static final Column AGENCY_ORDER_NUMBER = titled("agencyOrderNumber").orElseThrow();

    /** What of an order a column tells of. */
    enum Part {
        ORDER("/properties"),
        /** The agency's check of the contractor's certificate. */
        VERIFICATION("/$defs/certificationVerification/properties"),
        LINE("/$defs/line/properties");

        private final String inSchema;

        Part(String inSchema) {
            this.inSchema = inSchema;
        }
    }

    private static Map<String, Column> ofSchema() {
        JsonNode schema = schema();
        Map<String, Column> columns = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            schema.at(part.inSchema).properties().forEach(field -> {
                String type = type(field.getValue());
                if (type.equals("string") || type.equals("boolean")) {
                    columns.putIfAbsent(key(field.getKey()), new Column(part, field.getKey(), type.equals("boolean")));
                }
            });
        }
        return columns;
    }

    private static JsonNode schema() {
        try (InputStream schema = NewOrder.class.getResourceAsStream("order-body.schema.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(schema, "order-body.schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The type of a field beside null; a word out of a list is a text. */
    private static String type(JsonNode field) {
        if (field.has("enum")) {
            return "string";
        }
        JsonNode type = field.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private static String key(String title) {
        return title.strip().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> titled(String cell) {
        return Optional.ofNullable(BY_TITLE.get(key(cell)));
    }

    static List<Column> all() {
        return List.copyOf(BY_TITLE.values());
    }

    static String titles() {
        return BY_TITLE.values().stream().map(Column::title).collect(Collectors.joining(", "));
    }
}
