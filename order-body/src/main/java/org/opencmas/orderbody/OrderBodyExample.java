package org.opencmas.orderbody;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One example of an order's body. Every endpoint that takes such a body is tested with all of them, so that none takes what
 * another refuses.
 *
 * @param name what is shown, unique
 * @param body the whole body
 * @param faults pointers of all faults that an answer of 400 must name; none when the body must be taken
 * @param reads values of what is read, by pointer into an {@link OrderBody} as JSON
 * @param wellFormed whether the JSON Schema takes the body: also of one whose fault lies in its meaning
 */
public record OrderBodyExample(
        String name, ObjectNode body, List<String> faults, Map<String, JsonNode> reads, boolean wellFormed) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param today in California; some examples are of today and of tomorrow */
    public static List<OrderBodyExample> all(LocalDate today) {
        JsonNode corpus = corpus(today);
        List<OrderBodyExample> examples = new ArrayList<>();
        for (JsonNode example : corpus.path("examples")) {
            examples.add(of((ObjectNode) corpus.path("base").deepCopy(), example));
        }
        return examples;
    }

    public boolean isTaken() {
        return faults.isEmpty();
    }

    @Override
    public String toString() {
        return name;
    }

    private static JsonNode corpus(LocalDate today) {
        try (InputStream file = OrderBodyExample.class.getResourceAsStream("examples.json")) {
            String text =
                    new String(Objects.requireNonNull(file, "examples.json").readAllBytes(), StandardCharsets.UTF_8);
            return JSON.readTree(text.replace("${today}", today.toString())
                    .replace("${tomorrow}", today.plusDays(1).toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OrderBodyExample of(ObjectNode body, JsonNode example) {
        fields(example.path("set")).forEach((pointer, value) -> set(body, pointer, value));
        example.path("remove").forEach(pointer -> remove(body, pointer.asText()));
        fields(example.path("repeat")).forEach((pointer, times) -> repeat((ArrayNode) body.at(pointer), times.asInt()));
        List<String> faults = new ArrayList<>();
        example.path("faults").forEach(pointer -> faults.add(pointer.asText()));
        return new OrderBodyExample(
                example.path("name").asText(),
                body,
                faults,
                fields(example.path("reads")),
                example.path("form").asBoolean(faults.isEmpty()));
    }

    private static void set(ObjectNode body, String pointer, JsonNode value) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = body.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), value);
        } else {
            ArrayNode list = (ArrayNode) parent;
            int index = place.last().getMatchingIndex();
            if (index == list.size()) {
                list.add(value);
            } else {
                list.set(index, value);
            }
        }
    }

    private static void remove(ObjectNode body, String pointer) {
        JsonPointer place = JsonPointer.compile(pointer);
        ((ObjectNode) body.at(place.head())).remove(place.last().getMatchingProperty());
    }

    private static void repeat(ArrayNode list, int times) {
        JsonNode first = list.get(0);
        for (int i = list.size(); i < times; i++) {
            JsonNode next = first.deepCopy();
            if (next.has("lineId")) {
                ((ObjectNode) next).put("lineId", first.path("lineId").asText() + "-" + i);
            }
            list.add(next);
        }
    }

    private static Map<String, JsonNode> fields(JsonNode object) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        Iterator<Map.Entry<String, JsonNode>> each = object.fields();
        each.forEachRemaining(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
