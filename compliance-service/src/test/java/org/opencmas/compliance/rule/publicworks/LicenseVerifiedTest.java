package org.opencmas.compliance.rule.publicworks;

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
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("PW-LICENCE-VERIFY: before the order, the contractor's license is found active")
class LicenseVerifiedTest {
    private final Rule<OrderFacts> rule = new LicenseVerified();

    @ParameterizedTest(name = "checked {0}, active {1}, valid through {2} → {3}, stops the order: {4}")
    @CsvSource({
        "2026-03-02, true,  ,           PASS,              false",
        "2026-03-03, true,  ,           NEEDS_ATTESTATION, true",
        "2026-01-31, true,  ,           PASS,              false",
        "2026-01-30, true,  ,           WARN,              false",
        "2026-03-01, false, ,           FAIL,              true",
        "2026-03-01, true,  2026-03-02, PASS,              false",
        "2026-03-01, true,  2026-03-01, FAIL,              true"
    })
    void checks(LocalDate checkedOn, boolean active, LocalDate last, Verdict verdict, boolean stops) {
        assertThat(GivenWorks.costing("100.00")
                        .publicWorks(GivenWorks.licensed(GivenWorks.prime(active, checkedOn, last)))
                        .askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == verdict && finding.blocking() == stops);
    }

    @Test
    void theLatestCheckBeforeTheOrderCounts() {
        LocalDate first = LocalDate.of(2026, 2, 1);
        LocalDate second = LocalDate.of(2026, 2, 15);

        assertThat(GivenWorks.costing("100.00")
                        .publicWorks(GivenWorks.licensed(
                                GivenWorks.prime(false, second, null), GivenWorks.prime(true, first, null)))
                        .verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest(name = "two checked on the same day, active {0} and {1} → {2}")
    @CsvSource({"true, true, PASS", "true, false, FAIL", "false, true, FAIL"})
    void eachOfThoseCheckedOnTheLastDayIsActive(boolean first, boolean second, Verdict verdict) {
        LocalDate day = LocalDate.of(2026, 2, 15);

        assertThat(GivenWorks.costing("100.00")
                        .publicWorks(GivenWorks.licensed(
                                GivenWorks.prime(first, day, null), GivenWorks.prime(second, day, null)))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void aSubcontractorsLicenseIsNotTheContractors() {
        assertThat(GivenWorks.costing("100.00")
                        .publicWorks(GivenWorks.licensed(GivenWorks.sub("Sub, Inc.", true, null)))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NEEDS_ATTESTATION);
    }

    @Test
    void anOrderWithoutPublicWorksIsOfNoConcern() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
