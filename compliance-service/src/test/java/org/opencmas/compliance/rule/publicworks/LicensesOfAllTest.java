package org.opencmas.compliance.rule.publicworks;

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
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.License;

@DisplayName("PW-LICENCE-BOTH: prime contractor and subcontractors hold valid licenses")
class LicensesOfAllTest {
    private final Rule<OrderFacts> rule = new LicensesOfAll();

    private static final License PRIME = GivenWorks.prime(true, LocalDate.of(2026, 3, 1), null);

    @ParameterizedTest(name = "a subcontractor''s license, active {0} and valid through {1} → {2}")
    @CsvSource({
        "true,  2026-03-01, FAIL",
        "true,  2026-03-02, PASS",
        "true,  ,           PASS",
        "false, ,           FAIL"
    })
    void eachSubcontractorHoldsAValidOne(boolean active, LocalDate last, Verdict verdict) {
        assertThat(given(List.of("Sub, Inc."), PRIME, GivenWorks.sub("SUB,  Inc.", active, last))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void withoutSubcontractorsThePrimesIsEnough() {
        assertThat(given(List.of(), PRIME).verdictOf(rule)).isEqualTo(Verdict.PASS);
        assertThat(given(List.of()).verdictOf(rule)).isEqualTo(Verdict.NEEDS_ATTESTATION);
    }

    @Test
    void aSubcontractorOfWhomNoLicenseIsToldStopsTheOrder() {
        assertThat(given(List.of("Sub, Inc.", "Two, Inc."), PRIME, GivenWorks.sub("Sub, Inc.", true, null))
                        .askedOf(rule))
                .singleElement()
                .matches(Finding::blocking)
                .satisfies(finding -> assertThat(finding.message()).contains("Two, Inc."));
    }

    @Test
    void thatNobodySpeaksOfSubcontractorsIsAskedAbout() {
        assertThat(given(null, PRIME).askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == Verdict.NEEDS_ATTESTATION && finding.blocking());
    }

    @Test
    void anOrderWithoutPublicWorksIsOfNoConcern() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private static Given given(List<String> subcontractors, License... licenses) {
        return GivenWorks.costing("100.00").publicWorks(GivenWorks.licensed(subcontractors, licenses));
    }
}
