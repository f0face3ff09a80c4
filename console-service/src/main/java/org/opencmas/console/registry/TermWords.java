package org.opencmas.console.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.opencmas.console.frame.text.Forms;

/** What the pages call each of an agreement's terms, in the order in which they are shown, and its value as the registry answers it in words. */
public final class TermWords {
    private static final String UNKNOWN = "Not known";
    private static final Map<String, Term> TERMS = new LinkedHashMap<>();

    static {
        put("contractorName", "Contractor", JsonNode::asText);
        put("termStart", "First day", TermWords::day);
        put("termEnd", "Last day, inclusive", TermWords::day);
        put("forUseBy", "Who may order", value -> Forms.words(value.asText()));
        put("nspProvision", "Items that are not specifically priced (NSP)", TermWords::yesOrNo);
        put("acceptsCalCard", "CAL-Card accepted", TermWords::yesOrNo);
        put("travelAllowed", "Travel may be ordered", TermWords::yesOrNo);
        put("stateOrderLimit", "Most that one State order may come to", TermWords::limit);
        put("productCodes", "Product codes, for finding only", value -> listed(value, JsonNode::asText));
        put("categories", "Covers", value -> listed(value, each -> Forms.words(each.asText())));
        put("listedCertifications", "Certifications printed on it", value -> listed(value, TermWords::certification));
        put("baseContract", "Base contract", TermWords::base);
    }

    private TermWords() {}

    private record Term(String label, Function<JsonNode, String> value) {}

    private static void put(String field, String label, Function<JsonNode, String> value) {
        TERMS.put(field, new Term(label, value));
    }

    /** Returns the registry's names of the terms, in order. */
    public static List<String> fields() {
        return List.copyOf(TERMS.keySet());
    }

    /** Returns what the pages call a term; its own name where it has none yet. */
    public static String label(String field) {
        Term term = TERMS.get(field);
        return term == null ? field : term.label();
    }

    /** Returns the value of a term in words. */
    public static String value(String field, JsonNode value) {
        Term term = TERMS.get(field);
        return term == null ? value.asText() : term.value().apply(value);
    }

    private static String day(JsonNode value) {
        return isGiven(value) ? Forms.day(LocalDate.parse(value.asText())) : UNKNOWN;
    }

    private static String yesOrNo(JsonNode value) {
        return isGiven(value) ? value.asBoolean() ? "Yes" : "No" : UNKNOWN;
    }

    private static String limit(JsonNode value) {
        return isGiven(value) ? "$" + Forms.money(new BigDecimal(value.asText())) : "No limit";
    }

    private static String listed(JsonNode values, Function<JsonNode, String> word) {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(word.apply(value)));
        return words.isEmpty() ? "None" : String.join("; ", words);
    }

    private static String certification(JsonNode value) {
        return value.path("type").asText() + " " + value.path("number").asText() + ", through "
                + day(value.path("validThrough"));
    }

    private static String base(JsonNode value) {
        if (!isGiven(value)) {
            return UNKNOWN;
        }
        var text = new StringBuilder(value.path("number").asText())
                .append(value.path("type").asText().equals("GSA") ? " (GSA)" : " (not GSA)")
                .append(", held by ")
                .append(value.path("holder").asText());
        if (isGiven(value.path("awardingBody"))) {
            text.append(", awarded by ").append(value.path("awardingBody").asText());
        }
        if (isGiven(value.path("termStart"))) {
            text.append(", from ").append(day(value.path("termStart")));
        }
        if (isGiven(value.path("termEnd"))) {
            text.append(", through ").append(day(value.path("termEnd")));
        }
        return text.toString();
    }

    private static boolean isGiven(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }
}
