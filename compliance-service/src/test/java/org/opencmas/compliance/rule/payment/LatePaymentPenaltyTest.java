package org.opencmas.compliance.rule.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenPayment.ordinary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.law.NoWorkedCase;
import org.opencmas.compliance.law.WorkedCase;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.Dispute;
import org.opencmas.compliance.rule.invoice.GivenPayment;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.terms.AgencyClass;

@DisplayName("PAY-PENALTY: late payment by a State agency costs a penalty")
@NoWorkedCase(passes = true, because = "It is asked of late payments alone; one by day 45 is not its concern.")
class LatePaymentPenaltyTest {
    private static final LocalDate DAY_0 = LocalDate.of(2025, 3, 10);
    private static final LocalDate DUE = LocalDate.of(2025, 4, 24);

    private final Rule<PaymentFacts> rule = new LatePaymentPenalty();

    @ParameterizedTest(name = "small business {0}, {1} at 10% paid 73 days late → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        true,  500.00,  0.00
        true,  500.24,  0.00
        true,  500.25,  10.01
        false, 5000.00, 0.00
        false, 5000.25, 100.01
        """)
    void thePenaltyIsWaivedUpToTheSum(boolean small, String amount, String penalty) {
        // The late days 2025-04-25 through 2025-07-06 lie in two years, so that the clock begins earlier here.
        LocalDate early = LocalDate.of(2025, 1, 1);
        Finding finding = late(small, early, early.plusDays(45 + 73))
                .of(amount)
                .figure(ParameterName.PENALTY_RATE_SMALL_BUSINESS, "0.10", LocalDate.of(2024, 7, 1))
                .figure(ParameterName.PENALTY_RATE_OTHERS, "0.10", LocalDate.of(2024, 7, 1))
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
        assertThat(finding.blocking()).isFalse();
        assertThat(finding.numbers()).containsEntry("penalty", penalty).containsEntry("daysLate", "73");
    }

    @Test
    void aRateThatIsNotKnownForTheYearIsUndetermined() {
        assertThat(late(true, DAY_0, DUE.plusDays(1)).verdictOf(rule)).isEqualTo(Verdict.UNDETERMINED);
        assertThat(late(true, DAY_0, DUE.plusDays(1))
                        .figure(ParameterName.PENALTY_RATE_SMALL_BUSINESS, "0.18", LocalDate.of(2023, 7, 1))
                        .verdictOf(rule))
                .isEqualTo(Verdict.UNDETERMINED);
        assertThat(late(true, DAY_0, DUE.plusDays(1))
                        .figure(ParameterName.PENALTY_RATE_SMALL_BUSINESS, "0.18", LocalDate.of(2024, 7, 1))
                        .verdictOf(rule))
                .isEqualTo(Verdict.WARN);
    }

    @Test
    void anEmptyTableOfRatesIsSaid() {
        Finding empty = late(true, DAY_0, DUE.plusDays(1)).askedOf(rule).getFirst();
        assertThat(empty.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(empty.message()).startsWith("Rate table empty");
        Finding other = late(true, DAY_0, DUE.plusDays(1))
                .figure(ParameterName.PENALTY_RATE_SMALL_BUSINESS, "0.18", LocalDate.of(2023, 7, 1))
                .askedOf(rule)
                .getFirst();
        assertThat(other.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(other.message()).doesNotContain("empty").contains("of fiscal year");
    }

    @Test
    @WorkedCase(
            passes = false,
            value =
                    "due 2025-04-24, paid 2025-06-30 at a known rate → WARN; paid 2025-07-01, in another fiscal year → UNDETERMINED")
    void lateDaysOfTwoFiscalYearsAreNotWorkedOut() {
        assertThat(rated(LocalDate.of(2025, 6, 30)).verdictOf(rule)).isEqualTo(Verdict.WARN);
        assertThat(rated(LocalDate.of(2025, 7, 1)).verdictOf(rule)).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void paymentOnTimeOrByALocalBuyerCostsNone() {
        assertThat(late(true, DAY_0, DUE).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(late(true, DAY_0, DUE.plusDays(1)).by(AgencyClass.LOCAL).verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(ordinary()
                        .clock(DAY_0, DAY_0, new Dispute(DAY_0, null, null))
                        .paidOn(DUE.plusDays(9))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(late(null, DAY_0, DUE.plusDays(1)).verdictOf(rule)).isEqualTo(Verdict.UNDETERMINED);
        assertThat(ordinary().toSmallBusiness(true).verdictOf(rule)).isEqualTo(Verdict.UNDETERMINED);
    }

    private static GivenPayment rated(LocalDate paidOn) {
        return late(false, DAY_0, paidOn).figure(ParameterName.PENALTY_RATE_OTHERS, "0.05", LocalDate.of(2024, 7, 1));
    }

    private static GivenPayment late(@Nullable Boolean small, LocalDate dayZero, LocalDate paidOn) {
        return ordinary().toSmallBusiness(small).clock(dayZero, dayZero).paidOn(paidOn);
    }
}
