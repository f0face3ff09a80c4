package org.opencmas.order.purchaseorder;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.opencmas.order.purchaseorder.history.Finding;

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
        return Finding.fitting(findings, Finding.MAX_BYTES_IN_EVENT);
    }

    public boolean allowsIssue() {
        return decision == Outcome.ISSUE;
    }
}
