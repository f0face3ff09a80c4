package org.opencmas.compliance.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opencmas.compliance.rule.judging.Decision;
import org.opencmas.compliance.rule.judging.Finding;

/**
 * The event {@code order-preview.judged.v1}: what would be decided on an amendment that is only previewed. There is no receipt of it.
 *
 * @param findings those that somebody has to look at: neither passes nor rules that do not apply
 * @param judgementHash of decision and findings; a submission that names it is judged so or not at all ({@link PreviewNotMet})
 */
record PreviewJudged(
        UUID previewId,
        UUID orderId,
        UUID agencyId,
        Decision decision,
        List<Finding> findings,
        String judgementHash,
        String ruleSetVersion,
        Map<String, Long> asOf,
        Instant judgedAt) {
    static final String TYPE = "order-preview.judged.v1";
    static final String TOPIC = "cmas.preview-judgements";
}
