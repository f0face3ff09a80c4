package org.opencmas.compliance.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.opencmas.compliance.rule.judging.Decision;

/**
 * The receipt of one decision: all that is needed to make it again, and a hash that shows whether anything in it was changed.
 *
 * @param documentVersion the immutable version of the order that was judged
 * @param ruleSetVersion the logic it was judged by
 * @param asOf JSON: by source, the position of its journal up to which the copies had followed it
 * @param facts JSON of the facts, parameters included
 * @param findings JSON of all findings, passes and those that do not apply included
 */
record Evaluation(
        UUID evaluationId,
        UUID orderId,
        int documentVersion,
        UUID agencyId,
        String agencyOrderNumber,
        int amendmentNumber,
        Decision decision,
        Instant evaluatedAt,
        String ruleSetVersion,
        String asOf,
        String facts,
        String findings) {
    /** About what the names and the short values take, so that the text is not copied while it grows. */
    private static final int LENGTH_BESIDE_JSON = 600;

    /** The receipt with its hash, as it is to be stored. */
    SealedEvaluation sealed() {
        return new SealedEvaluation(this, receiptHash());
    }

    /** SHA-256, lower-case hexadecimal, over the {@linkplain #canonicalText() canonical text} in UTF-8. */
    String receiptHash() {
        return DigestUtils.sha256Hex(canonicalText());
    }

    /** One name and value to a line, in this order, ended by a line feed; JSON exactly as stored. */
    private String canonicalText() {
        StringBuilder text = new StringBuilder(LENGTH_BESIDE_JSON + asOf.length() + facts.length() + findings.length());
        text.append("receipt: 1\n");
        text.append("evaluationId: ").append(evaluationId).append('\n');
        text.append("orderId: ").append(orderId).append('\n');
        text.append("documentVersion: ").append(documentVersion).append('\n');
        text.append("agencyId: ").append(agencyId).append('\n');
        text.append("agencyOrderNumber: ").append(agencyOrderNumber).append('\n');
        text.append("amendmentNumber: ").append(amendmentNumber).append('\n');
        text.append("decision: ").append(decision).append('\n');
        text.append("evaluatedAt: ").append(evaluatedAt).append('\n');
        text.append("ruleSetVersion: ").append(ruleSetVersion).append('\n');
        text.append("asOf: ").append(asOf).append('\n');
        text.append("facts: ").append(facts).append('\n');
        text.append("findings: ").append(findings).append('\n');
        return text.toString();
    }
}
