package org.opencmas.compliance.rule.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.lease.LeaseCancellationFacts.Ground;
import org.opencmas.compliance.rule.lease.LeaseCancellationFacts.Reason;
import org.opencmas.compliance.rule.outcome.Verdict;

@DisplayName(
        "LSE-CANCEL-CONVENIENCE: a lease is terminated for convenience only when the equipment is no longer required")
class CancelledForConvenienceTest {
    private final Rule<LeaseCancellationFacts> rule = new CancelledForConvenience();

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest(name = "ground {0}, reason {1} → {2}, stops the cancellation: {3}")
    @CsvSource({
        "CONVENIENCE,   NOT_REQUIRED,       PASS,              false",
        "CONVENIENCE,   REPLACEMENT_WANTED, FAIL,              true",
        "CONVENIENCE,   OTHER,              NEEDS_ATTESTATION, true",
        "CONVENIENCE,   ,                   NEEDS_ATTESTATION, true",
        "LACK_OF_FUNDS, REPLACEMENT_WANTED, NOT_APPLICABLE,    false"
    })
    void reasons(Ground ground, Reason reason, Verdict verdict, boolean stops) {
        assertThat(RuleBooks.LEASE_CANCELLATIONS.findings(rule, facts(ground, reason, List.of())))
                .singleElement()
                .matches(finding -> finding.verdict() == verdict && finding.blocking() == stops);
    }

    @Test
    void aPersonsWordLiftsAnOpenReasonAndNeverAReplacement() {
        Attestation word = new Attestation("LSE-CANCEL-CONVENIENCE", "The post is not filled.", "B. Buyer", DAY, null);

        assertThat(RuleBooks.LEASE_CANCELLATIONS.findings(rule, facts(Ground.CONVENIENCE, null, List.of(word))))
                .noneMatch(Finding::blocking);
        assertThat(RuleBooks.LEASE_CANCELLATIONS.findings(
                        rule, facts(Ground.CONVENIENCE, Reason.REPLACEMENT_WANTED, List.of(word))))
                .allMatch(Finding::blocking);
    }

    private static LeaseCancellationFacts facts(Ground ground, Reason reason, List<Attestation> words) {
        return new LeaseCancellationFacts(DAY, DAY, ground, reason, null, null, words);
    }
}
