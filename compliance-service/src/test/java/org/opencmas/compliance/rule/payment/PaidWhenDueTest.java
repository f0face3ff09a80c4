package org.opencmas.compliance.rule.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenPayment.ordinary;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.Dispute;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.terms.AgencyClass;

@DisplayName("PAY-45-DAYS: a State agency pays an undisputed invoice within 45 days")
class PaidWhenDueTest {
    private final Rule<PaymentFacts> rule = new PaidWhenDue();

    @ParameterizedTest(name = "accepted {0}, invoice {1}, paid {2} → {3}, due {4}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        2025-03-03, 2025-03-10, 2025-04-24, PASS, 2025-04-24
        2025-03-03, 2025-03-10, 2025-04-25, WARN, 2025-04-24
        2025-03-20, 2025-03-10, 2025-05-04, PASS, 2025-05-04
        2025-03-20, 2025-03-10, 2025-05-05, WARN, 2025-05-04
        """)
    void boundaries(LocalDate accepted, LocalDate received, LocalDate paidOn, Verdict verdict, String due) {
        Finding finding = ordinary()
                .clock(accepted, received)
                .paidOn(paidOn)
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isFalse();
        assertThat(finding.numbers()).containsEntry("dueOn", due);
    }

    @Test
    void aLocalBuyerIsNotBoundAndAnUnknownOneIsUndetermined() {
        LocalDate day = LocalDate.of(2025, 1, 1);

        assertThat(ordinary().by(AgencyClass.LOCAL).clock(day, day).verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(ordinary().by(null).clock(day, day).verdictOf(rule)).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void whatIsMissingIsNamed() {
        LocalDate day = LocalDate.of(2025, 1, 1);

        assertThat(ordinary().clock(day, null).verdictOf(rule)).isEqualTo(Verdict.UNDETERMINED);
        assertThat(ordinary().clock(null, day).verdictOf(rule)).isEqualTo(Verdict.UNDETERMINED);
        assertThat(ordinary()
                        .clock(day, day)
                        .without(ParameterName.PROMPT_PAYMENT_DAYS)
                        .verdictOf(rule))
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void anOpenDisputeHoldsTheClock() {
        LocalDate day = LocalDate.of(2025, 1, 1);

        assertThat(ordinary()
                        .clock(day, day, new Dispute(day.plusDays(10), null, null))
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }
}
