package org.opencmas.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Components that nothing refers to. */
final class UnusedComponents {
    private UnusedComponents() {}

    static List<String> of(JsonNode document) {
        Set<String> used = new HashSet<>(document.findValuesAsText("$ref"));
        List<String> findings = new ArrayList<>();
        document.path("components")
                .properties()
                .forEach(kind -> kind.getValue().properties().forEach(component -> {
                    String reference = "#/components/" + kind.getKey() + "/" + component.getKey();
                    if (!kind.getKey().equals("securitySchemes") && !used.contains(reference)) {
                        findings.add(reference + " is not used");
                    }
                }));
        return findings;
    }
}
