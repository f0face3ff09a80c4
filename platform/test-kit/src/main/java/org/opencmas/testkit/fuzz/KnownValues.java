package org.opencmas.testkit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencmas.testkit.SeededGenerator;

/** What the service answered, by field name, so that a later call can name what exists. */
final class KnownValues {
    private static final int MOST_OF_A_NAME = 60;
    private static final int LONGEST = 2_000;

    private final Map<String, List<String>> values = new HashMap<>();

    void add(String name, String value) {
        List<String> ofName = values.computeIfAbsent(name, each -> new ArrayList<>());
        if (value.length() <= LONGEST && !ofName.contains(value)) {
            ofName.add(value);
            if (ofName.size() > MOST_OF_A_NAME) {
                ofName.removeFirst();
            }
        }
    }

    void addAll(JsonNode answer) {
        answer.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (field.getKey().equals("next") && value.isTextual()) {
                cursorOf(value.asText()).ifPresent(cursor -> add("cursor", cursor));
            } else if (value.isTextual() || value.isIntegralNumber()) {
                add(field.getKey(), value.asText());
            }
        });
        answer.forEach(this::addAll);
    }

    private static Optional<String> cursorOf(String next) {
        int at = next.indexOf("cursor=");
        return at < 0 ? Optional.empty() : Optional.of(next.substring(at + 7).replaceAll("&.*", ""));
    }

    Optional<String> any(String name, SeededGenerator random) {
        List<String> ofName = values.getOrDefault(name, List.of());
        return ofName.isEmpty() ? Optional.empty() : Optional.of(random.oneOf(ofName));
    }
}
