package org.opencmas.console.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencmas.console.frame.field.Figures;
import org.opencmas.console.frame.field.Inputs;

/** An agency's policy as fields. A setting that no field shows stays as it is; one whose field is empty is set no more. */
final class PolicyForm {
    static final int MOST_APPROVERS = 50;
    static final List<String> ACTIONS = List.of(
            "orderLimitAction", "minOffersAction", "statementOfWorkAction", "bestValueAction", "plausibilityAction");
    private static final List<String> AMOUNTS = List.of("orderLimit", "legalCounselAbove");
    private static final List<String> COUNTS = List.of("minOffers", "deliveryTailMonths", "retentionYears");
    private static final List<String> YES_OR_NO =
            List.of("approvalRequired", "legalCounselForServices", "legalCounselForClauses");
    private static final int POLICY_LONGEST = 1_000;
    private static final int NAMES_LONGEST = 20_000;

    /** What the page calls the fields whose own names do not tell. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("orderLimit", "Most of an order"),
            Map.entry("orderLimitAction", "An order above it"),
            Map.entry("plausibilityAction", "What does not fit your earlier orders"),
            Map.entry("deliveryTailMonths", "Months after an agreement's end in which delivery is not asked about"),
            Map.entry("retentionYears", "Years for which an order's file is kept"),
            Map.entry("minOffers", "Offers asked for at least"),
            Map.entry("legalCounselAbove", "Asked from a total of"),
            Map.entry("ownPolicy", "The program agrees with this policy of ours"),
            Map.entry("reviewOn", "To be looked at again on"),
            Map.entry("effectiveOn", "First day"));

    private PolicyForm() {}

    /** Whether what is short is told or stops the order. */
    enum Action {
        WARN,
        BLOCK
    }

    /**
     * Reads the fields; what is wrong stands in them.
     *
     * @param before the policy as it is
     */
    static ObjectNode read(Inputs inputs, JsonNode before) {
        NAMES.forEach(inputs::name);
        ObjectNode policy = before.isObject() ? before.deepCopy() : JsonNodeFactory.instance.objectNode();
        AMOUNTS.forEach(field -> put(
                policy, field, Figures.dollars(inputs, field).map(amount -> policy.textNode(amount.toPlainString()))));
        COUNTS.forEach(field -> put(policy, field, Figures.count(inputs, field).map(policy::numberNode)));
        ACTIONS.forEach(field ->
                put(policy, field, inputs.choice(field, Action.class).map(action -> policy.textNode(action.name()))));
        YES_OR_NO.forEach(field -> put(
                policy,
                field,
                inputs.value(field).equals("true") ? Optional.of(policy.booleanNode(true)) : Optional.empty()));
        put(policy, "approvers", Optional.of(approvers(inputs)).filter(list -> !list.isEmpty()));
        put(policy, "mayOverride", Optional.of(lines(inputs, "mayOverride")).filter(list -> !list.isEmpty()));
        attestation(inputs, policy, before.path("ownPolicyAttestation"));
        inputs.day("effectiveOn").ifPresent(day -> policy.put("effectiveOn", day.toString()));
        return policy;
    }

    /** Returns where the faults of what was read stand in the form: an empty row is not sent, nor what is not ticked. */
    static Map<String, String> called(Inputs inputs) {
        Map<String, String> called = new HashMap<>();
        called.put("/ownPolicyAttestation", "ownPolicy");
        called.put("/ownPolicyAttestation/policy", "ownPolicy");
        called.put("/ownPolicyAttestation/reviewOn", "reviewOn");
        YES_OR_NO.forEach(field -> called.put("/" + field, field));
        int sent = 0;
        for (int row = 0; row < rows(inputs); row++) {
            if (!inputs.value("approvers." + row + ".name").isBlank()) {
                called.put("/approvers/" + sent++, "approvers." + row + ".");
            }
        }
        return called;
    }

    private static ArrayNode approvers(Inputs inputs) {
        ArrayNode approvers = JsonNodeFactory.instance.arrayNode();
        for (int row = 0; row < rows(inputs); row++) {
            String at = "approvers." + row + ".";
            inputs.name(at + "name", "Approver " + (row + 1));
            inputs.name(at + "limit", "Limit of approver " + (row + 1));
            String name = inputs.text(at + "name");
            var limit = Figures.dollars(inputs, at + "limit");
            if (!name.isEmpty()) {
                ObjectNode approver = approvers.addObject().put("name", name);
                limit.ifPresent(amount -> approver.put("limit", amount.toPlainString()));
            } else if (limit.isPresent()) {
                inputs.wrong(at + "name", "must be given with the limit.");
            }
        }
        return approvers;
    }

    private static ArrayNode lines(Inputs inputs, String field) {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        inputs.paragraphs(field, NAMES_LONGEST)
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    /** A word given anew takes the place of the one that stood, is of today and of the person who gives it. */
    private static void attestation(Inputs inputs, ObjectNode policy, JsonNode before) {
        String word = inputs.paragraphs("ownPolicy", POLICY_LONGEST);
        var reviewOn = inputs.day("reviewOn");
        boolean isSame = word.equals(before.path("policy").asText())
                && reviewOn.map(Object::toString)
                        .orElse("")
                        .equals(before.path("reviewOn").asText());
        if (word.isEmpty()) {
            reviewOn.ifPresent(day -> inputs.wrong("ownPolicy", "must say which policy is to be reviewed then."));
            policy.remove("ownPolicyAttestation");
        } else if (!isSame) {
            ObjectNode given = policy.putObject("ownPolicyAttestation").put("policy", word);
            reviewOn.ifPresent(day -> given.put("reviewOn", day.toString()));
        }
    }

    private static void put(ObjectNode policy, String field, Optional<? extends JsonNode> value) {
        value.ifPresentOrElse(each -> policy.set(field, each), () -> policy.remove(field));
    }

    /** Returns how many rows for approvers the form had. */
    static int rows(Inputs inputs) {
        return inputs.count(row -> "approvers." + row + ".name", MOST_APPROVERS);
    }

    /** Returns the fields of a policy as it is stored. */
    static Map<String, List<String>> fields(JsonNode policy) {
        Map<String, List<String>> fields = new HashMap<>();
        for (List<String> names : List.of(AMOUNTS, COUNTS, ACTIONS, YES_OR_NO)) {
            names.forEach(name -> fields.put(name, List.of(policy.path(name).asText())));
        }
        int row = 0;
        for (JsonNode approver : policy.path("approvers")) {
            fields.put(
                    "approvers." + row + ".name", List.of(approver.path("name").asText()));
            fields.put(
                    "approvers." + row + ".limit",
                    List.of(approver.path("limit").asText()));
            row++;
        }
        List<String> overriding = new ArrayList<>();
        policy.path("mayOverride").forEach(name -> overriding.add(name.asText()));
        fields.put("mayOverride", List.of(String.join("\n", overriding)));
        JsonNode word = policy.path("ownPolicyAttestation");
        fields.put("ownPolicy", List.of(word.path("policy").asText()));
        fields.put("reviewOn", List.of(word.path("reviewOn").asText()));
        return fields;
    }
}
