package org.opencmas.compliance.rule.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
import static org.opencmas.compliance.rule.purchaseorder.Given.cmas;
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

@DisplayName("ORD-LIMIT-LOCAL: a local order is at most the agency's own limit, if it set one")
class LocalOrderLimitTest {
    private final Rule<OrderFacts> rule = new LocalOrderLimit();

    @ParameterizedTest(name = "total {0}, over the limit {1} → {2}, blocks {3}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        50000.00, BLOCK, PASS, false
        50000.01, BLOCK, FAIL, true
        50000.00, WARN,  PASS, false
        50000.01, WARN,  WARN, false
        """)
    void boundaries(String total, Agency.OverLimit action, Verdict verdict, boolean blocks) {
        Finding finding = order(line("1").costing(total))
                .ownLimit("50000.00", action)
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isEqualTo(blocks);
    }

    @Test
    void theFindingNamesTheDayOnWhichTheLimitWasRecorded() {
        assertThat(order(line("1"))
                        .ownLimit("50000.00", Agency.OverLimit.WARN)
                        .policyFrom(LocalDate.of(2026, 1, 5))
                        .askedOf(rule)
                        .getFirst()
                        .numbers())
                .containsEntry("policyFrom", "2026-01-05");
    }

    @Test
    void withoutALimitOfItsOwnNothingBinds() {
        assertThat(order(line("1").costing("9000000.00")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void theLimitOfTheCmasIsShownForInformation() {
        assertThat(order(line("1"))
                        .on(cmas(CMAS).limit("100000.00"))
                        .askedOf(rule)
                        .getFirst()
                        .message())
                .endsWith("For information: the CMAS limits State orders to 100000.00.");
    }

    @Test
    void aStateAgencyHasTheLimitOfTheCmas() {
        assertThat(order(line("1"))
                        .ownLimit("1.00", Agency.OverLimit.BLOCK)
                        .stateBuyer()
                        .verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
