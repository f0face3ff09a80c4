package org.opencmas.console.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.frame.text.Forms;

/** What stands in a version of an order, field by field: where another person changed it meanwhile, the editor tells what its reader saw and what stands there now. */
final class DraftShown {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("agencyOrderNumber", "Order number"),
            Map.entry("orderDate", "Order date"),
            Map.entry("orderToLocation", "Order-to location"),
            Map.entry("paymentMethod", "Paid by"),
            Map.entry("tax", "Tax in $"),
            Map.entry("freight", "Freight in $"),
            Map.entry("deliverBy", "Deliver by"),
            Map.entry("servicesFrom", "Services from"),
            Map.entry("servicesThrough", "Services through"),
            Map.entry("amendmentDate", "Amended on"),
            Map.entry("reasonCode", "Kind of amendment"),
            Map.entry("reason", "Why it is amended"),
            Map.entry("contactNote", "Who spoke with the contractor, and when"));

    private DraftShown() {}

    /** Returns the facts of a version as the service stores it; none of a new order. */
    static Shown of(JsonNode version) {
        Shown shown = new Shown();
        Map<String, List<String>> fields = DraftFields.of(version);
        for (String field : DraftFields.OF_ORDER) {
            shown.say(NAMES.getOrDefault(field, field), value(fields, field, field));
        }
        for (String field : DraftFields.OF_DELIVERY) {
            shown.say(NAMES.getOrDefault(field, field), value(fields, field, field));
        }
        for (int line = 0; line < DraftFields.lines(fields); line++) {
            String id = value(fields, DraftFields.lineField(line, "lineId"), "lineId");
            for (String field : DraftFields.OF_LINE) {
                shown.say(
                        "Line " + id + ", " + DraftLine.label(field).toLowerCase(Locale.ROOT),
                        value(fields, DraftFields.lineField(line, field), field));
            }
        }
        return shown;
    }

    private static String value(Map<String, List<String>> fields, String at, String field) {
        String value = String.join(", ", fields.getOrDefault(at, List.of()));
        return switch (field) {
            case "paymentMethod", "reasonCode", "kind" -> Forms.words(value);
            case "nsp" -> value.equals("true") ? "Yes" : "";
            default -> value;
        };
    }
}
