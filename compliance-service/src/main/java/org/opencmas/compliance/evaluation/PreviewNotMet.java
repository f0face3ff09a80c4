package org.opencmas.compliance.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opencmas.compliance.rule.judging.Decision;
import org.opencmas.compliance.rule.judging.Finding;

/**
 * The event {@code order-preview.not-met.v1}: a version was sent on condition that it is judged as its preview was, and it is not. It is not decided:
 * there is no receipt, and what is judged later knows nothing of it. The order service withdraws it. The key is the id of the submission's event,
 * which comes once, whatever preview the submission names.
 *
 * @param decision what would have been decided
 * @param findings those that somebody has to look at: neither passes nor rules that do not apply
 */
record PreviewNotMet(
        UUID previewId,
        UUID orderId,
        int documentVersion,
        UUID agencyId,
        Decision decision,
        List<Finding> findings,
        String ruleSetVersion,
        Map<String, Long> asOf,
        Instant judgedAt) {
    static final String TYPE = "order-preview.not-met.v1";
}
