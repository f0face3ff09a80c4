package org.opencmas.console.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opencmas.console.frame.field.FieldGroup;
import org.opencmas.console.frame.field.FieldGroup.Field;
import org.opencmas.console.frame.field.Figures;
import org.opencmas.console.frame.field.Inputs;

/** Terms of progress payments as fields. The share is typed in per cent; that a task is separate and distinct is said with a word. */
final class ProgressTermsForm {
    static final FieldGroup RISK = new FieldGroup(
            "riskDecision",
            "Risk decision",
            List.of(
                    Field.needed("decidedBy", "decided by"),
                    Field.day("decidedOn", "decided on", true),
                    Field.needed("evidence", "where its proof is kept", 1_000)));
    static final FieldGroup TASKS = new FieldGroup(
            "tasks",
            "Task",
            List.of(
                    Field.needed("taskId", "number of the task", 40),
                    Field.dollars("amount", "amount in $"),
                    Field.optional("separateAndDistinct", "separate and distinct", 10),
                    Field.optional("decidedBy", "decided by", 200)));
    private static final String YES = "YES";

    private ProgressTermsForm() {}

    /** By which provision an order is paid in part. */
    enum Kind {
        IT_SPECIAL("Special information technology"),
        GOODS_SPECIAL("Special goods"),
        NON_IT_SERVICES("Services other than information technology");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Reads the whole terms; what is wrong stands in the fields. */
    static ObjectNode read(Inputs inputs) {
        inputs.name("kind", "Provision");
        inputs.name("withholdShare", "Withheld");
        ObjectNode terms = JsonNodeFactory.instance.objectNode();
        var kind = inputs.choice("kind", Kind.class);
        if (kind.isEmpty()) {
            inputs.wrong("kind", "must be chosen.");
        }
        kind.ifPresent(each -> terms.put("kind", each.name()));
        Figures.percent(inputs, "withholdShare")
                .map(share -> share.stripTrailingZeros().toPlainString())
                .ifPresent(share -> terms.put("withholdShare", share));
        inputs.day("startsOn").ifPresent(day -> terms.put("startsOn", day.toString()));
        inputs.day("lastDay").ifPresent(day -> terms.put("lastDay", day.toString()));
        JsonNode risk = RISK.one(inputs);
        if (!risk.isNull()) {
            terms.set("riskDecision", risk);
        }
        ArrayNode tasks = TASKS.rows(inputs);
        tasks.forEach(task -> ((ObjectNode) task)
                .put(
                        "separateAndDistinct",
                        task.path("separateAndDistinct").asText().equals(YES)));
        if (!tasks.isEmpty()) {
            terms.set("tasks", tasks);
        }
        return terms;
    }

    /** Returns where the faults of what was read stand in the form. */
    static Map<String, String> called(Inputs inputs) {
        Map<String, String> called = new HashMap<>(TASKS.called(inputs));
        called.put("/riskDecision", "riskDecision.decidedBy");
        return called;
    }

    /** Returns stored terms as fields; none where there are none. */
    static Map<String, List<String>> fields(JsonNode terms) {
        Map<String, List<String>> fields = new HashMap<>();
        if (!terms.isObject()) {
            return fields;
        }
        fields.put("kind", List.of(terms.path("kind").asText()));
        fields.put(
                "withholdShare",
                List.of(new BigDecimal(terms.path("withholdShare").asText("0"))
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()));
        fields.put("startsOn", List.of(terms.path("startsOn").asText("")));
        fields.put("lastDay", List.of(terms.path("lastDay").asText("")));
        if (terms.path("riskDecision").isObject()) {
            fields.putAll(RISK.fieldsOfOne(terms.path("riskDecision")));
        }
        JsonNode tasks = terms.path("tasks").deepCopy();
        tasks.forEach(task -> ((ObjectNode) task)
                .put("separateAndDistinct", task.path("separateAndDistinct").asBoolean() ? YES : ""));
        fields.putAll(TASKS.fieldsOfRows(tasks));
        return fields;
    }
}
