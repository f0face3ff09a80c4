package org.opencmas.console.frame.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opencmas.console.frame.text.Forms;
import org.opencmas.console.frame.text.Sentences;

/**
 * Fields that belong together in a form: one thing, such as a Seller's Permit, or each row of a list, such as a certificate. They are called as the service calls them. A
 * group of which no field is filled is not sent, so a row that is emptied is removed.
 *
 * @param at the member of the service's body, or how the fields begin where the group is the body
 * @param label what the page calls one of them
 * @param fields in the order of the page
 */
public record FieldGroup(String at, String label, List<Field> fields) {
    private static final int MOST_ROWS = 500;

    /** What a field holds. */
    public enum Kind {
        TEXT,
        DAY,
        /** US dollars, which the service takes as a text without commas. */
        DOLLARS,
        /** One of some codes. */
        CODE,
        /** Texts with commas between them, which the service takes as a list. */
        TEXTS
    }

    /**
     * @param name as the service calls it; {@code location.city} lies within another thing, which is sent where one of its fields is filled
     * @param isNeeded whether it may not stay empty where the group, or the thing that it lies within, is filled
     * @param most how many characters it takes
     */
    public record Field(String name, String label, Kind kind, boolean isNeeded, int most) {
        private static final int LINE = 200;

        public static Field needed(String name, String label) {
            return needed(name, label, LINE);
        }

        public static Field needed(String name, String label, int most) {
            return new Field(name, label, Kind.TEXT, true, most);
        }

        public static Field code(String name, String label) {
            return new Field(name, label, Kind.CODE, true, LINE);
        }

        public static Field dollars(String name, String label) {
            return new Field(name, label, Kind.DOLLARS, false, LINE);
        }

        public static Field optional(String name, String label, int most) {
            return new Field(name, label, Kind.TEXT, false, most);
        }

        public static Field day(String name, String label, boolean isNeeded) {
            return new Field(name, label, Kind.DAY, isNeeded, LINE);
        }

        public static Field texts(String name, String label) {
            return new Field(name, label, Kind.TEXTS, true, 500);
        }

        /** Returns what the page calls the field where it stands alone. */
        public String title() {
            return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
        }

        /** Tells whether it takes more than one line. */
        public boolean isLong() {
            return kind == Kind.TEXT && most > LINE;
        }

        public boolean isDay() {
            return kind == Kind.DAY;
        }

        /** Returns what it lies within, with the dot behind; empty for a field of the group itself. */
        private String within() {
            return name.substring(0, name.lastIndexOf('.') + 1);
        }

        private String own() {
            return name.substring(name.lastIndexOf('.') + 1);
        }

        private String text(JsonNode of) {
            JsonNode value = of.at("/" + name.replace('.', '/'));
            List<String> texts = new ArrayList<>();
            value.forEach(each -> texts.add(each.asText()));
            return kind == Kind.TEXTS ? String.join(", ", texts) : value.isNull() ? "" : value.asText();
        }

        private String words(JsonNode of) {
            String text = text(of);
            return switch (kind) {
                case CODE -> Forms.words(text);
                case DAY -> Sentences.inWords(text);
                default -> text;
            };
        }
    }

    /** Returns how many rows of the list the form has. */
    public int count(Inputs inputs) {
        return inputs.count(row -> row(row) + fields.getFirst().name(), MOST_ROWS);
    }

    private String row(int row) {
        return at + "." + row + ".";
    }

    /** Reads the rows of a list; what is wrong stands in their fields. */
    public ArrayNode rows(Inputs inputs) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int row = 0; row < count(inputs); row++) {
            ObjectNode read = read(inputs, row(row), label + " " + (row + 1) + ", ");
            if (!read.isEmpty()) {
                list.add(read);
            }
        }
        return list;
    }

    /** Reads the one thing; null where none of its fields is filled. */
    public JsonNode one(Inputs inputs) {
        ObjectNode read = read(inputs, at + ".", label + ", ");
        return read.isEmpty() ? JsonNodeFactory.instance.nullNode() : read;
    }

    /** Reads the whole body that the group is; a needed field that is empty is a fault also where nothing is filled. */
    public ObjectNode body(Inputs inputs) {
        String before = at + ".";
        ObjectNode body = read(inputs, before, "");
        if (body.isEmpty()) {
            fields.stream()
                    .filter(Field::isNeeded)
                    .forEach(field -> inputs.wrong(before + field.name(), "must be given."));
        }
        return body;
    }

    /** Returns where the faults of the body stand in the form. */
    public Map<String, String> calledInBody() {
        Map<String, String> called = new HashMap<>();
        fields.forEach(field -> called.put("/" + field.name(), at + "." + field.name()));
        return called;
    }

    /** Returns where the faults of the rows that were sent stand in the form. */
    public Map<String, String> called(Inputs inputs) {
        Map<String, String> called = new HashMap<>();
        int sent = 0;
        for (int row = 0; row < count(inputs); row++) {
            if (isTyped(inputs, row(row), "")) {
                called.put("/" + at + "/" + sent++, row(row));
            }
        }
        return called;
    }

    private boolean isTyped(Inputs inputs, String before, String within) {
        return fields.stream()
                .filter(field -> field.name().startsWith(within))
                .anyMatch(field -> !inputs.value(before + field.name()).isBlank());
    }

    private ObjectNode read(Inputs inputs, String before, String called) {
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        fields.forEach(
                field -> inputs.name(before + field.name(), called.isEmpty() ? field.title() : called + field.label()));
        if (!isTyped(inputs, before, "")) {
            return read;
        }
        for (Field field : fields) {
            if (isTyped(inputs, before, field.within())) {
                ObjectNode place = field.within().isEmpty()
                        ? read
                        : read.withObject("/" + field.within().replace(".", ""));
                read(inputs, before + field.name(), field, place);
            }
        }
        return read;
    }

    private static void read(Inputs inputs, String name, Field field, ObjectNode place) {
        String text = switch (field.kind()) {
            case DAY -> inputs.day(name).map(Object::toString).orElse("");
            case DOLLARS ->
                Figures.dollars(inputs, name).map(BigDecimal::toPlainString).orElse("");
            case TEXT -> field.isLong() ? inputs.paragraphs(name, field.most()) : inputs.text(name, field.most());
            case CODE, TEXTS -> inputs.text(name, field.most());
        };
        if (text.isEmpty()) {
            if (field.isNeeded()) {
                inputs.wrong(name, "must be given.");
            }
        } else if (field.kind() == Kind.TEXTS) {
            ArrayNode texts = place.putArray(field.own());
            Arrays.stream(text.split("[,;\\s]+"))
                    .filter(each -> !each.isEmpty())
                    .forEach(texts::add);
        } else {
            place.put(field.own(), text);
        }
    }

    /** Returns the fields of rows that are stored. */
    public Map<String, List<String>> fieldsOfRows(JsonNode stored) {
        Map<String, List<String>> typed = new HashMap<>();
        int row = 0;
        for (JsonNode each : stored) {
            typed.putAll(fields(each, row(row++)));
        }
        return typed;
    }

    /** Returns the fields of the one thing as it is stored. */
    public Map<String, List<String>> fieldsOfOne(JsonNode stored) {
        return fields(stored, at + ".");
    }

    private Map<String, List<String>> fields(JsonNode stored, String before) {
        Map<String, List<String>> typed = new HashMap<>();
        fields.forEach(field -> typed.put(before + field.name(), List.of(field.text(stored))));
        return typed;
    }

    /** Returns one of them in a line, such as {@code Certificate: DVBE, 10}; for a reader, who compares it. */
    public String words(JsonNode stored) {
        List<String> texts = new ArrayList<>();
        fields.forEach(field -> {
            String text = field.words(stored).replaceAll("\\s+", " ").strip();
            if (!text.isEmpty()) {
                texts.add(text);
            }
        });
        return label + ": " + String.join(", ", texts);
    }
}
