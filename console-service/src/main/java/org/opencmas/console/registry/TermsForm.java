package org.opencmas.console.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencmas.console.frame.field.Figures;
import org.opencmas.console.frame.field.Inputs;

/** An agreement's terms as fields, called as the registry calls them; what the rules say against them, the registry says. */
final class TermsForm {
    private static final int NOTE_LONGEST = 1_000;
    private static final int CODES_LONGEST = 5_000;
    private static final int MOST_CERTIFICATIONS = 20;
    private static final Map<String, String> NAMES = Map.of(
            "cmasNumber", "CMAS number",
            "effectiveOn", "First day of the new terms",
            "termStart", "First day of the term",
            "termEnd", "Last day, inclusive",
            "forUseBy", "Who may order",
            "nspProvision", "Items that are not specifically priced",
            "stateOrderLimit", "Most that one State order may come to");
    private static final List<String> OF_BASE_CONTRACT =
            List.of("number", "type", "holder", "awardingBody", "termStart", "termEnd");
    private static final List<String> OF_CERTIFICATION = List.of("type", "number", "validThrough");

    private TermsForm() {}

    /** Who may order. */
    enum ForUseBy {
        STATE_AND_LOCAL,
        STATE_ONLY,
        UNKNOWN
    }

    /** What is known of an option; nothing is chosen while it is not. */
    enum Answer {
        YES,
        NO
    }

    /** Who awarded the base contract. */
    enum BaseType {
        GSA,
        NON_GSA
    }

    /** What kinds of goods and services are covered. */
    enum Category {
        HARDWARE,
        SOFTWARE,
        MAINTENANCE,
        TELECOMMUNICATIONS,
        CONSULTING_SERVICES,
        PERSONAL_SERVICES,
        OFFICE_SUPPLIES,
        FURNITURE,
        VEHICLES_AND_EQUIPMENT,
        OTHER_GOODS,
        OTHER_SERVICES
    }

    /** What a contractor is certified as. */
    enum CertificationType {
        SB,
        MB,
        DVBE,
        NP
    }

    /** Reads a supplement; what is wrong stands in the fields. */
    static ObjectNode supplement(Inputs inputs) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        day(inputs, body, "effectiveOn", "must be given.");
        Figures.count(inputs, "replaces").ifPresent(number -> body.put("replaces", number));
        text(body, "changeNote", inputs.paragraphs("changeNote", NOTE_LONGEST));
        terms(inputs, body);
        return body;
    }

    /** Reads a new agreement; what is wrong stands in the fields. */
    static ObjectNode agreement(Inputs inputs, String contractorId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        String number = inputs.text("cmasNumber");
        if (number.isEmpty()) {
            inputs.wrong("cmasNumber", "must be given.");
        }
        body.put("cmasNumber", number).put("contractorId", contractorId);
        inputs.day("effectiveOn").ifPresent(day -> body.put("effectiveOn", day.toString()));
        terms(inputs, body);
        return body;
    }

    private static void terms(Inputs inputs, ObjectNode body) {
        NAMES.forEach(inputs::name);
        text(body, "contractorName", inputs.text("contractorName"));
        day(inputs, body, "termStart", "must be given.");
        day(inputs, body, "termEnd", "must be given.");
        inputs.choice("forUseBy", ForUseBy.class)
                .ifPresentOrElse(
                        who -> body.put("forUseBy", who.name()), () -> inputs.wrong("forUseBy", "must be chosen."));
        body.put("nspProvision", inputs.value("nspProvision").equals("true"));
        for (String option : List.of("acceptsCalCard", "travelAllowed")) {
            inputs.choice(option, Answer.class).ifPresent(answer -> body.put(option, answer == Answer.YES));
        }
        Figures.dollars(inputs, "stateOrderLimit")
                .map(BigDecimal::toPlainString)
                .ifPresent(limit -> body.put("stateOrderLimit", limit));
        ArrayNode codes = body.putArray("productCodes");
        inputs.paragraphs("productCodes", CODES_LONGEST)
                .lines()
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .forEach(codes::add);
        ArrayNode categories = body.putArray("categories");
        inputs.texts("categories", Category.values().length).forEach(categories::add);
        certifications(inputs, body.putArray("listedCertifications"));
        baseContract(inputs, body);
    }

    private static void certifications(Inputs inputs, ArrayNode certifications) {
        for (int row = 0; row < rows(inputs); row++) {
            String at = certification(row);
            inputs.name(at + "type", "Certification " + (row + 1));
            inputs.name(at + "number", "Number of certification " + (row + 1));
            inputs.name(at + "validThrough", "Last day of certification " + (row + 1));
            if (isTyped(inputs, at, OF_CERTIFICATION)) {
                ObjectNode certification = certifications.addObject();
                inputs.choice(at + "type", CertificationType.class)
                        .ifPresentOrElse(
                                type -> certification.put("type", type.name()),
                                () -> inputs.wrong(at + "type", "must be chosen."));
                text(certification, "number", inputs.text(at + "number"));
                inputs.day(at + "validThrough").ifPresent(day -> certification.put("validThrough", day.toString()));
            }
        }
    }

    private static void baseContract(Inputs inputs, ObjectNode body) {
        String at = "baseContract.";
        inputs.name(at + "number", "Number of the base contract");
        inputs.name(at + "type", "Who awarded it");
        inputs.name(at + "holder", "Holder");
        inputs.name(at + "awardingBody", "Awarding body");
        inputs.name(at + "termStart", "First day of the base contract");
        inputs.name(at + "termEnd", "Last day of the base contract");
        if (isTyped(inputs, at, OF_BASE_CONTRACT)) {
            ObjectNode base = body.putObject("baseContract");
            text(base, "number", inputs.text(at + "number"));
            inputs.choice(at + "type", BaseType.class)
                    .ifPresentOrElse(
                            type -> base.put("type", type.name()), () -> inputs.wrong(at + "type", "must be chosen."));
            text(base, "holder", inputs.text(at + "holder"));
            text(base, "awardingBody", inputs.text(at + "awardingBody"));
            for (String day : List.of("termStart", "termEnd")) {
                inputs.day(at + day).ifPresent(value -> base.put(day, value.toString()));
            }
        }
    }

    private static boolean isTyped(Inputs inputs, String at, List<String> fields) {
        return fields.stream().anyMatch(field -> !inputs.value(at + field).isBlank());
    }

    private static void text(ObjectNode body, String field, String text) {
        if (!text.isEmpty()) {
            body.put(field, text);
        }
    }

    private static void day(Inputs inputs, ObjectNode body, String field, String expected) {
        Optional<String> day = inputs.day(field).map(Object::toString);
        day.ifPresentOrElse(value -> body.put(field, value), () -> inputs.wrong(field, expected));
    }

    /** Returns how many rows for certifications the form had. */
    static int rows(Inputs inputs) {
        return inputs.count(row -> certification(row) + "number", MOST_CERTIFICATIONS);
    }

    private static String certification(int row) {
        return "listedCertifications." + row + ".";
    }

    /** Returns where the faults of what was read stand in the form: an empty row is not sent, nor what is not ticked. */
    static Map<String, String> called(Inputs inputs) {
        Map<String, String> called = new HashMap<>();
        called.put("/nspProvision", "nspProvision");
        called.put("/categories", "categories");
        called.put("/baseContract", "baseContract.number");
        OF_BASE_CONTRACT.forEach(field -> called.put("/baseContract/" + field, "baseContract." + field));
        int sent = 0;
        for (int row = 0; row < rows(inputs); row++) {
            if (isTyped(inputs, certification(row), OF_CERTIFICATION)) {
                called.put("/listedCertifications/" + sent++, certification(row));
            }
        }
        return called;
    }

    /** Returns the fields of terms as the registry answers them. */
    static Map<String, List<String>> fields(JsonNode terms) {
        Map<String, List<String>> fields = new HashMap<>();
        for (String field : List.of("contractorName", "termStart", "termEnd", "forUseBy", "stateOrderLimit")) {
            fields.put(field, List.of(plain(terms.path(field))));
        }
        fields.put("nspProvision", List.of(plain(terms.path("nspProvision"))));
        for (String option : List.of("acceptsCalCard", "travelAllowed")) {
            JsonNode answer = terms.path(option);
            fields.put(option, List.of(answer.isBoolean() ? (answer.asBoolean() ? Answer.YES : Answer.NO).name() : ""));
        }
        List<String> codes = new ArrayList<>();
        terms.path("productCodes").forEach(code -> codes.add(code.asText()));
        fields.put("productCodes", List.of(String.join("\n", codes)));
        List<String> categories = new ArrayList<>();
        terms.path("categories").forEach(category -> categories.add(category.asText()));
        fields.put("categories", categories);
        int row = 0;
        for (JsonNode certification : terms.path("listedCertifications")) {
            for (String field : OF_CERTIFICATION) {
                fields.put(certification(row) + field, List.of(plain(certification.path(field))));
            }
            row++;
        }
        OF_BASE_CONTRACT.forEach(field -> fields.put(
                "baseContract." + field,
                List.of(plain(terms.path("baseContract").path(field)))));
        return fields;
    }

    private static String plain(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }
}
