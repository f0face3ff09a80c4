package org.opencmas.compliance.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.News;
import org.opencmas.compliance.rule.judging.Decision;

@DisplayName("The hash of a receipt is the same for ever, so that those stored long ago still verify")
class ReceiptHashTest {
    private static final Evaluation RECEIPT = receipt("[]");

    /** Taken over the text below by another program. */
    private static final String STORED_HASH = "89915a2fe7adccd900be2a612abc6b7cedb117b33e81ad4593063c88505b65ed";

    @Test
    void itIsTakenOverEachNameAndValueOnALineOfItsOwn() {
        assertThat(RECEIPT.receiptHash()).isEqualTo(STORED_HASH);
        assertThat(News.sha256("""
                receipt: 1
                evaluationId: 0190a000-0000-7000-8000-000000000001
                orderId: 0190a000-0000-7000-8000-000000000002
                documentVersion: 3
                agencyId: 0190a000-0000-7000-8000-000000000003
                agencyOrderNumber: PO-2026-00117 é
                amendmentNumber: 0
                decision: ISSUE
                evaluatedAt: 2026-03-02T18:00:00.123456Z
                ruleSetVersion: abc
                asOf: {"/order-service":7}
                facts: {"order":{"agencyOrderNumber":"100% of 50\\u00a0%s"}}
                findings: []
                """)).isEqualTo(STORED_HASH);
    }

    @Test
    void aSealedReceiptCarriesItsOwnHashAndAChangedOneNoLongerHasIt() {
        assertThat(RECEIPT.sealed()).isEqualTo(new SealedEvaluation(RECEIPT, STORED_HASH));
        assertThat(receipt("[ ]").receiptHash()).isNotEqualTo(STORED_HASH);
    }

    private static Evaluation receipt(String findings) {
        return new Evaluation(
                UUID.fromString("0190a000-0000-7000-8000-000000000001"),
                UUID.fromString("0190a000-0000-7000-8000-000000000002"),
                3,
                UUID.fromString("0190a000-0000-7000-8000-000000000003"),
                "PO-2026-00117 é",
                0,
                Decision.ISSUE,
                Instant.parse("2026-03-02T18:00:00.123456Z"),
                "abc",
                "{\"/order-service\":7}",
                "{\"order\":{\"agencyOrderNumber\":\"100% of 50\\u00a0%s\"}}",
                findings);
    }
}
