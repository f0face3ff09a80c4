package org.opencmas.compliance.rule.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.lease.LeaseCancellationFacts.Ground;
import org.opencmas.compliance.rule.outcome.Verdict;

@DisplayName("LSE-CANCEL-FUNDS: a lease is cancelled for lack of funds only when the organization is no longer funded")
class CancelledForFundsTest {
    private final Rule<LeaseCancellationFacts> rule = new CancelledForFunds();

    @ParameterizedTest(name = "ground {0}, still funded {1}, evidence {2} → {3}, blocking nothing")
    @CsvSource({
        "LACK_OF_FUNDS, false, budget act, PASS",
        "LACK_OF_FUNDS, false, ,           WARN",
        "LACK_OF_FUNDS, true,  budget act, WARN",
        "LACK_OF_FUNDS, ,      budget act, NEEDS_ATTESTATION",
        "CONVENIENCE,   true,  ,           NOT_APPLICABLE",
        "OTHER,         true,  ,           NOT_APPLICABLE"
    })
    void grounds(Ground ground, Boolean stillFunded, String evidence, Verdict verdict) {
        LocalDate day = LocalDate.of(2026, 3, 2);
        var facts = new LeaseCancellationFacts(day, day, ground, null, stillFunded, evidence, List.of());

        assertThat(RuleBooks.LEASE_CANCELLATIONS.findings(rule, facts))
                .singleElement()
                .matches(finding -> finding.verdict() == verdict && !finding.blocking());
    }
}
