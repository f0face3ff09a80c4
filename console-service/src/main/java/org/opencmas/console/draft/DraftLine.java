package org.opencmas.console.draft;

import java.util.List;
import java.util.Map;
import org.opencmas.console.client.Orders.Finding;

/**
 * A line of the form.
 *
 * @param index from 0, as in its fields' names
 * @param id as typed
 * @param findings what the last check says of it
 */
public record DraftLine(int index, String id, List<Finding> findings) {
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("lineId", "Line number"),
            Map.entry("cmasNumber", "CMAS number"),
            Map.entry("itemId", "Item of the price list"),
            Map.entry("description", "Description"),
            Map.entry("unit", "Unit"),
            Map.entry("quantity", "Quantity"),
            Map.entry("unitPrice", "Unit price in $"),
            Map.entry("kind", "Kind"),
            Map.entry("nsp", "Not specifically priced (NSP)"),
            Map.entry("nspReason", "Why it supports priced lines"),
            Map.entry("supportsLineIds", "Lines that it supports"));

    static String label(String field) {
        return LABELS.getOrDefault(field, field);
    }

    /** Returns a field's name on the form, which is also its id. */
    public String field(String field) {
        return DraftFields.lineField(index, field);
    }
}
