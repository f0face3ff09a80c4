package org.opencmas.order.purchaseorder;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The decision of the rule book on one version of an order, with the fields that are read here.
 *
 * @param documentVersion the version that was judged; a decision on any other than the one waiting is stale
 * @param findings as compliance worded them, passed on unread
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Decision(
        UUID evaluationId,
        UUID orderId,
        int documentVersion,
        Outcome decision,
        List<JsonNode> findings,
        Instant evaluatedAt) {
    Decision {
        findings = List.copyOf(findings);
    }

    /** Whether the version goes out or back. */
    enum Outcome {
        ISSUE,
        RETURN
    }

    boolean issues() {
        return decision == Outcome.ISSUE;
    }
}
