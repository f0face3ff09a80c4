package org.opencmas.compliance.ordercheck;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.opencmas.compliance.ordercheck.rule.Decision;

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
    /** SHA-256, lower-case hexadecimal, over the {@linkplain #canonicalText() canonical text}. */
    String receiptHash() {
        try {
            byte[] text = canonicalText().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform knows SHA-256", impossible);
        }
    }

    /** One name and value to a line, in this order, ended by a line feed; JSON exactly as stored. */
    private String canonicalText() {
        return """
                receipt: 1
                evaluationId: %s
                orderId: %s
                documentVersion: %d
                agencyId: %s
                agencyOrderNumber: %s
                amendmentNumber: %d
                decision: %s
                evaluatedAt: %s
                ruleSetVersion: %s
                asOf: %s
                facts: %s
                findings: %s
                """.formatted(
                        evaluationId,
                        orderId,
                        documentVersion,
                        agencyId,
                        agencyOrderNumber,
                        amendmentNumber,
                        decision,
                        evaluatedAt,
                        ruleSetVersion,
                        asOf,
                        facts,
                        findings);
    }
}
