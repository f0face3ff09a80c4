package org.opencmas.console.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.frame.text.Forms;

/** What the pages call each setting of a policy, and its value as the service answers it in words: what somebody reads who confirms a change. */
final class PolicyWords {
    private static final String NOTHING = "Nothing is set";
    private static final Map<String, Setting> SETTINGS = new LinkedHashMap<>();

    static {
        put("orderLimit", "Most of an order", value -> "$" + Forms.money(new BigDecimal(value.asText())));
        put("orderLimitAction", "An order above it", PolicyWords::action);
        put("plausibilityAction", "What does not fit earlier orders", PolicyWords::action);
        put(
                "deliveryTailMonths",
                "Months after an agreement's end in which delivery is not asked about",
                JsonNode::asText);
        put("retentionYears", "Years for which an order's file is kept", JsonNode::asText);
        put("approvalRequired", "No order is sent before an approver approves it", PolicyWords::yesOrNo);
        put("approvers", "Approvers", value -> listed(value, PolicyWords::approver));
        put(
                "mayOverride",
                "Who may go on in spite of a finding that is the agency's to decide",
                value -> listed(value, JsonNode::asText));
        put("minOffers", "Offers asked for at least", JsonNode::asText);
        put("minOffersAction", "Fewer than that", PolicyWords::action);
        put("statementOfWorkAction", "Services without a statement of work", PolicyWords::action);
        put("bestValueAction", "Fewer than the four steps", PolicyWords::action);
        put(
                "legalCounselAbove",
                "Legal counsel asked from a total of",
                value -> "$" + Forms.money(new BigDecimal(value.asText())));
        put("legalCounselForServices", "Legal counsel asked for every order of services", PolicyWords::yesOrNo);
        put(
                "legalCounselForClauses",
                "Legal counsel asked where an order has clauses of its own",
                PolicyWords::yesOrNo);
        put("ownPolicyAttestation", "The program agrees with this policy of ours", PolicyWords::attestation);
    }

    private PolicyWords() {}

    private record Setting(String label, Function<JsonNode, String> value) {}

    /**
     * A setting that two policies have differently.
     *
     * @param before its value in words, as {@code after}
     */
    record Difference(String label, String before, String after) {}

    private static void put(String name, String label, Function<JsonNode, String> value) {
        SETTINGS.put(name, new Setting(label, value));
    }

    /** Returns what the pages call a setting; its own name where they have none yet. */
    static String label(String name) {
        Setting setting = SETTINGS.get(name);
        return setting == null ? name : setting.label();
    }

    /** Returns what differs, in the order of the form; a setting that no page knows stands behind, by its own name. */
    static List<Difference> between(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>(SETTINGS.keySet());
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            String was = value(name, before.path(name));
            String is = value(name, after.path(name));
            if (!was.equals(is)) {
                differences.add(new Difference(label(name), was, is));
            }
        }
        return differences;
    }

    /** Adds every setting to what a page shows, also one that is not set: that one is set now reads as such. */
    static void say(Shown shown, JsonNode policy) {
        Set<String> names = new LinkedHashSet<>(SETTINGS.keySet());
        policy.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> shown.say(label(name), value(name, policy.path(name))));
    }

    private static String value(String name, JsonNode value) {
        boolean isSet = !value.isMissingNode() && !value.isNull() && !(value.isArray() && value.isEmpty());
        if (!isSet) {
            return NOTHING;
        }
        Setting setting = SETTINGS.get(name);
        return setting != null ? setting.value().apply(value) : value.isValueNode() ? value.asText() : value.toString();
    }

    private static String action(JsonNode value) {
        return value.asText().equals("BLOCK") ? "Stops the order" : "Is warned of";
    }

    private static String yesOrNo(JsonNode value) {
        return value.asBoolean() ? "Yes" : "No";
    }

    private static String approver(JsonNode value) {
        String name = value.path("name").asText();
        return value.hasNonNull("limit")
                ? name + " up to $"
                        + Forms.money(new BigDecimal(value.path("limit").asText()))
                : name + " without a limit";
    }

    private static String attestation(JsonNode value) {
        String reviewOn = value.path("reviewOn").asText();
        return value.path("policy").asText()
                + (reviewOn.isEmpty() ? "" : ", to be looked at again on " + Forms.day(LocalDate.parse(reviewOn)))
                + ", said by " + value.path("attestedBy").asText();
    }

    private static String listed(JsonNode values, Function<JsonNode, String> words) {
        return String.join(
                "; ",
                StreamSupport.stream(values.spliterator(), false).map(words).toList());
    }
}
