package org.opencmas.compliance.rule.nsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Coding;
import org.opencmas.compliance.rule.purchaseorder.Coding.Authorization;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("NSP-EXCL-AUTH: the contractor is authorized to provide each NSP item")
class NspAuthorizedTest {
    private final Rule<OrderFacts> rule = new NspAuthorized();

    @ParameterizedTest(name = "authorized from {0} through {1} → {2}")
    @CsvSource({
        "2026-03-01, 2026-03-02, PASS",
        "2026-03-02, 2026-12-31, PASS",
        "2026-03-03, 2026-12-31, FAIL",
        "2026-01-01, 2026-03-01, FAIL",
        "2026-01-01, ,           PASS"
    })
    void theAuthorizationHoldsFromItsFirstThroughItsLastDay(LocalDate from, LocalDate through, Verdict verdict) {
        assertThat(given(new Authorization("letter", from, through)).askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == verdict && finding.blocking() == (verdict == Verdict.FAIL));
    }

    @Test
    void noneStopsTheOrderUntilAPersonAttests() {
        assertThat(given(null).askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == Verdict.NEEDS_ATTESTATION && finding.blocking());
        assertThat(given(null).attested("NSP-EXCL-AUTH").askedOf(rule))
                .singleElement()
                .matches(finding -> !finding.blocking());
    }

    @Test
    void relatedServicesNeedOneAndTravelDoesNot() {
        assertThat(order(line("1"), line("2").nsp("1").kind(LineKind.SERVICES)).verdictOf(rule))
                .isEqualTo(Verdict.NEEDS_ATTESTATION);
        assertThat(order(line("1"), line("2").nsp("1").kind(LineKind.TRAVEL)).verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private static Given given(Authorization told) {
        return order(line("1"), line("2").nsp("1").coded(new Coding(null, null, null, null, null, null, told)));
    }
}
