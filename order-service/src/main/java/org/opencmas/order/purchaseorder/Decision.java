package org.opencmas.order.purchaseorder;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The decision of the rule book on one version of an order, with the fields that are read here.
 *
 * @param documentVersion the version that was judged; a decision on any other than the one waiting is stale
 * @param findings as compliance worded them, passed on unread
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Decision(
        UUID evaluationId,
        UUID orderId,
        int documentVersion,
        Outcome decision,
        List<JsonNode> findings,
        Instant evaluatedAt) {
    /** Most bytes of findings in an event, inclusive. */
    public static final int MAX_FINDINGS_BYTES = 250_000;

    public Decision {
        findings = List.copyOf(findings);
    }

    /** Whether the version goes out or back. */
    public enum Outcome {
        ISSUE,
        RETURN
    }

    /**
     * As many findings, in their order, as fit into an event beside the largest document; all of them are at compliance
     * under the evaluation's id.
     */
    List<JsonNode> publishedFindings() {
        return fitting(findings, MAX_FINDINGS_BYTES);
    }

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

    public boolean allowsIssue() {
        return decision == Outcome.ISSUE;
    }
}
