package org.opencmas.order.preview;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.Decision;
import org.opencmas.order.purchaseorder.acts.PreviewToken;
import org.opencmas.order.purchaseorder.history.Withdrawal;

/**
 * What the rule book would decide on an amendment that was only previewed, with the fields that are read here.
 *
 * @param findings as compliance worded them, passed on unread
 * @param judgementHash compliance's, of decision and findings; null from before it told one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PreviewJudgement(
        UUID previewId,
        UUID orderId,
        UUID agencyId,
        Decision.Outcome decision,
        List<JsonNode> findings,
        @Nullable String judgementHash,
        Instant judgedAt) {
    PreviewJudgement {
        findings = List.copyOf(findings);
    }

    /** What binds the amendment to it; null where compliance told no hash. */
    PreviewToken.@Nullable Judged asBinding() {
        return judgementHash == null ? null : new PreviewToken.Judged(previewId, judgementHash);
    }

    Withdrawal.Judged shown() {
        return new Withdrawal.Judged(decision.name(), findings);
    }
}
