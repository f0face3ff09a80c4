package org.opencmas.compliance.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.rule.judging.Decision;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.judging.Judgement;

/**
 * The event {@code order-preview.judged.v1}: what would be decided on an amendment that is only previewed. There is no receipt of it.
 *
 * @param findings those that somebody has to look at: neither passes nor rules that do not apply
 * @param judgementHash of decision and findings; a submission that names it is judged so or not at all ({@link NotMet})
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

    /**
     * Tells whether two judgements say the same to a person: the decision, and every finding that somebody has to look at, word for word. What passes
     * and what does not apply is in neither, nor is the rule set: a rule that changed and finds the same changes nothing for the one who asked.
     *
     * @return SHA-256, lower-case hexadecimal
     */
    static String hashOf(Judgement judgement) {
        return DigestUtils.sha256Hex(judgement.decision() + "\n" + FactsJson.text(judgement.failing()));
    }

    /**
     * The event {@code order-preview.not-met.v1}: a version was sent on condition that it is judged as its preview was, and it is not. It is not
     * decided: there is no receipt, and what is judged later knows nothing of it. The order service withdraws it. The key is the id of the
     * submission's event, which comes once, whatever preview the submission names.
     *
     * @param decision what would have been decided
     * @param findings those that somebody has to look at: neither passes nor rules that do not apply
     */
    record NotMet(
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
}
