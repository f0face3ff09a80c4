package org.opencmas.order.purchaseorder.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.OrderJson;

/**
 * What the rule book found and somebody should see, as compliance worded it.
 *
 * @param blocking whether the version could not be issued because of it
 * @param numbers the figures used, by name, as decimal strings
 * @param lineIds the lines that it is about; empty when it is about the whole order
 * @param remedy the least change that would mend it, where there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Finding")
public record Finding(
        String ruleId,
        int ruleVersion,

        @Schema(enumeration = {"PASS", "FAIL", "WARN", "NEEDS_ATTESTATION", "NOT_APPLICABLE", "UNDETERMINED"})
        String verdict,

        boolean blocking,

        String message,

        Map<String, String> numbers,

        @Nullable Citation citation,

        List<String> lineIds,

        @Nullable String remedy) {

    /** Where the requirement stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Citation")
    public record Citation(
            String document,
            @Nullable String section,
            @Nullable Integer page,
            @Nullable String heading) {}

    /** Most bytes of findings in an event, inclusive. */
    public static final int MAX_BYTES_IN_EVENT = 250_000;

    /** As many of them, in their order, as have no more bytes together. */
    public static List<JsonNode> fitting(List<JsonNode> findings, int mostBytes) {
        List<JsonNode> fitting = new ArrayList<>();
        int bytes = 0;
        for (JsonNode finding : findings) {
            bytes += finding.toString().getBytes(StandardCharsets.UTF_8).length;
            if (bytes > mostBytes) {
                break;
            }
            fitting.add(finding);
        }
        return fitting;
    }

    public static List<Finding> all(List<JsonNode> found) {
        return found.stream()
                .map(finding -> OrderJson.convert(finding, Finding.class))
                .toList();
    }
}
