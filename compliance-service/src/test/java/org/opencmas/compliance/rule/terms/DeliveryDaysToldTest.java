package org.opencmas.compliance.rule.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;

@DisplayName(
        "ORD-DELIVERY-AFTER-EXPIRY: the order may be fulfilled after the CMAS expires; no day at all or a very long tail is a warning")
class DeliveryDaysToldTest {
    private final Rule<OrderFacts> rule = new DeliveryDaysTold();

    @ParameterizedTest(name = "CMAS through 2026-06-30, deliver by {0}, services through {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        2026-06-30, -,          PASS
        2026-07-01, -,          PASS
        2027-06-30, -,          PASS
        2027-07-01, -,          WARN
        2026-07-01, 2027-06-30, PASS
        2026-07-01, 2027-07-01, WARN
        -,          -,          WARN
        """)
    void boundaries(LocalDate deliverBy, LocalDate servicesThrough, Verdict verdict) {
        Finding finding = order(line("1"))
                .delivered(deliverBy, null, servicesThrough)
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isFalse();
    }

    @ParameterizedTest(name = "the agency's own tail of 1 month, deliver by {0} → {1}")
    @CsvSource({"2026-07-30, PASS", "2026-07-31, WARN"})
    void theAgencySetsItsOwnLength(LocalDate deliverBy, Verdict verdict) {
        assertThat(order(line("1"))
                        .agencySets(new Agency.Settings(null, null, null, null, null, null, null, 1, null))
                        .delivered(deliverBy, null, null)
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void anOrderThatTellsNothingOfItsDeliveryIsAWarning() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.WARN);
    }
}
