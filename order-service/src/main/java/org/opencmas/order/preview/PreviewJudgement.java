package org.opencmas.order.preview;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.opencmas.order.purchaseorder.Decision;

/**
 * What the rule book would decide on an amendment that was only previewed, with the fields that are read here.
 *
 * @param findings as compliance worded them, passed on unread
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PreviewJudgement(
        UUID previewId,
        UUID orderId,
        UUID agencyId,
        Decision.Outcome decision,
        List<JsonNode> findings,
        Instant judgedAt) {
    PreviewJudgement {
        findings = List.copyOf(findings);
    }
}
