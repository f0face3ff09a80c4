package org.opencmas.compliance.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opencmas.compliance.rule.judging.Decision;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.judging.Judgement;

/**
 * The event {@code order.evaluated.v1}: an order was judged, and what the order service is to do with it.
 *
 * @param findings those that somebody has to look at: neither passes nor rules that do not apply; the receipt has all
 */
record OrderEvaluated(
        UUID evaluationId,
        UUID orderId,
        int documentVersion,
        UUID agencyId,
        Decision decision,
        List<Finding> findings,
        String ruleSetVersion,
        Map<String, Long> asOf,
        String receiptHash,
        Instant evaluatedAt) {
    static final String TYPE = "order.evaluated.v1";
    static final String TOPIC = "cmas.evaluations";

    static OrderEvaluated of(SealedEvaluation sealed, Judgement judgement, Map<String, Long> asOf) {
        Evaluation evaluation = sealed.evaluation();
        return new OrderEvaluated(
                evaluation.evaluationId(),
                evaluation.orderId(),
                evaluation.documentVersion(),
                evaluation.agencyId(),
                evaluation.decision(),
                judgement.failing(),
                evaluation.ruleSetVersion(),
                asOf,
                sealed.storedHash(),
                evaluation.evaluatedAt());
    }
}
