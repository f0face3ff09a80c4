package org.opencmas.compliance.rule.publicworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Duty;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.LawChecked;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.PublicWorks;

@DisplayName("PW-LAWS: the agency sees to it that the laws on public works are followed")
class LawsSeenToTest {
    private final Rule<OrderFacts> rule = new LawsSeenTo();

    @ParameterizedTest(name = "all duties seen to on {0} → {1}, blocking nothing")
    @CsvSource({"2026-03-01, PASS", "2026-03-02, PASS", "2026-03-03, NEEDS_ATTESTATION"})
    void theyAreSeenToByTheDayOfTheOrder(LocalDate day, Verdict verdict) {
        assertThat(GivenWorks.costing("100.00")
                        .publicWorks(seenTo(day, Duty.values()))
                        .askedOf(rule))
                .allMatch(finding -> finding.verdict() == verdict && !finding.blocking());
    }

    @Test
    void eachDutyThatNobodySeesToIsNamed() {
        assertThat(GivenWorks.costing("100.00")
                        .publicWorks(seenTo(Given.ORDER_DATE, Duty.LICENSING, Duty.BONDING, Duty.LABOR_CODE))
                        .askedOf(rule))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("Nobody says that the payment of prevailing wages is seen to."));
        assertThat(GivenWorks.costing("100.00").askedOf(rule)).hasSize(4);
    }

    @Test
    void anOrderWithoutPublicWorksIsOfNoConcern() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private static PublicWorks seenTo(LocalDate day, Duty... duties) {
        List<LawChecked> seen = Stream.of(duties)
                .map(duty -> new LawChecked(duty, day, "A. Buyer"))
                .toList();
        return new PublicWorks(null, null, seen, null, null, null);
    }
}
