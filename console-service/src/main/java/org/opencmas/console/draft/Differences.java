package org.opencmas.console.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opencmas.console.frame.field.Inputs;

/** What stands in an order now where the form says something else: shown when another person changed the order meanwhile. */
final class Differences {
    private Differences() {}

    static List<String> between(Inputs typed, JsonNode now) {
        List<String> differences = new ArrayList<>();
        Map<String, List<String>> stored = DraftFields.of(now);
        stored.forEach((field, values) -> {
            String there = values.isEmpty() ? "" : values.getFirst();
            String here = typed.value(field).strip();
            if (!there.equals(here)) {
                differences.add(name(field) + ": now \"" + there + "\", you typed \"" + here + "\"");
            }
        });
        int lines = DraftFields.lines(stored);
        if (typed.has(DraftFields.lineField(lines, "lineId"))) {
            differences.add("The order has " + lines + " lines now, your form has more");
        }
        differences.sort(String::compareTo);
        return differences;
    }

    private static String name(String field) {
        String[] parts = field.split("\\.", -1);
        return parts.length == 3
                ? "Line " + (Integer.parseInt(parts[1]) + 1) + ", "
                        + DraftLine.label(parts[2]).toLowerCase(Locale.ROOT)
                : field;
    }
}
