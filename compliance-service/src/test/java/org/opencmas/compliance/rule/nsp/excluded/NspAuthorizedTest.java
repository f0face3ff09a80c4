package org.opencmas.compliance.rule.nsp.excluded;

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
import org.opencmas.compliance.rule.purchaseorder.GivenLine;
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

    @ParameterizedTest(name = "authorized through 2026-03-31, amended on 2026-04-01, line changed {0} → {1}")
    @CsvSource({"false, PASS", "true, FAIL"})
    void unchangedLinesKeepTheDayOfTheOrder(boolean changed, Verdict verdict) {
        GivenLine line = line("2")
                .nsp("1")
                .coded(coded(new Authorization("letter", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31))));

        assertThat(order(line("1"), changed ? line.changed() : line)
                        .amendedOn(LocalDate.of(2026, 4, 1))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void relatedServicesNeedOneAndTravelDoesNot() {
        assertThat(order(line("1"), line("2").nsp("1").kind(LineKind.SERVICES)).verdictOf(rule))
                .isEqualTo(Verdict.NEEDS_ATTESTATION);
        assertThat(order(line("1"), line("2").nsp("1").kind(LineKind.TRAVEL)).verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private static Given given(Authorization told) {
        return order(line("1"), line("2").nsp("1").coded(coded(told)));
    }

    private static Coding coded(Authorization told) {
        return new Coding(null, null, null, null, null, null, told);
    }
}
