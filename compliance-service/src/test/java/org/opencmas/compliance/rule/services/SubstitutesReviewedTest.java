package org.opencmas.compliance.rule.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Services;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Substitute;

@DisplayName("SVC-RESUME-SUBSTITUTE: the resumes of proposed substitutes are reviewed like the others")
class SubstitutesReviewedTest {
    private final Rule<OrderFacts> rule = new SubstitutesReviewed();

    @ParameterizedTest(name = "reviewed {0} by {1}, meets the CMAS {2} and the request {3} → {4}")
    @CsvSource({
        "2026-03-01, A. Buyer, true,  true,  PASS",
        "2026-03-02, A. Buyer, true,  true,  PASS",
        "2026-03-03, A. Buyer, true,  true,  NEEDS_ATTESTATION",
        ",           A. Buyer, true,  true,  NEEDS_ATTESTATION",
        "2026-03-01, ,         true,  true,  NEEDS_ATTESTATION",
        "2026-03-01, A. Buyer, false, true,  WARN",
        "2026-03-01, A. Buyer, true,  false, WARN",
        "2026-03-01, A. Buyer, ,      true,  NEEDS_ATTESTATION",
        "2026-03-01, A. Buyer, true,  ,      NEEDS_ATTESTATION"
    })
    void reviews(LocalDate on, String by, Boolean agreement, Boolean request, Verdict verdict) {
        assertThat(with(new Substitute("engineer", on, by, agreement, request)).askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == verdict && !finding.blocking());
    }

    @Test
    void everySubstituteIsLookedAt() {
        Substitute good = new Substitute("engineer", Given.ORDER_DATE, "A. Buyer", true, true);
        Substitute open = new Substitute("trainer", null, null, null, null);

        assertThat(with(good, open).askedOf(rule))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("trainer"));
    }

    @Test
    void withoutSubstitutesNothingIsAsked() {
        assertThat(order(line("1").kind(LineKind.SERVICES)).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private static Given with(Substitute... all) {
        return order(line("1").kind(LineKind.SERVICES)).services(new Services(null, List.of(all), null, null));
    }
}
