package org.opencmas.compliance.rule.certification;

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
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.terms.CertificationType;

@DisplayName("CERT-EXPIRY: a certificate shown on the CMAS is valid through its last day")
class CertificateCurrentTest {
    private final Rule<OrderFacts> rule = new CertificateCurrent();

    @ParameterizedTest(name = "valid through {0}, ordered 2026-03-02 → {1}")
    @CsvSource(
            nullValues = "-",
            value = {"2026-03-03, PASS", "2026-03-02, PASS", "2026-03-01, WARN", "-, UNDETERMINED"})
    void boundaries(LocalDate through, Verdict verdict) {
        Given given = order(line("1")).on(cmas(CMAS).lists(CertificationType.SB, through));

        assertThat(given.verdictOf(rule)).isEqualTo(verdict);
        assertThat(given.askedOf(rule)).noneMatch(Finding::blocking);
    }

    @Test
    void aRenewedCertificateOfTheSameTypeCounts() {
        LocalDate expired = LocalDate.of(2026, 3, 1);
        LocalDate renewed = LocalDate.of(2027, 3, 1);

        assertThat(order(line("1"))
                        .on(cmas(CMAS).lists(CertificationType.SB, expired))
                        .certificate(CertificationType.SB, LocalDate.of(2026, 3, 2), renewed)
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
        assertThat(order(line("1"))
                        .on(cmas(CMAS).lists(CertificationType.SB, expired))
                        .certificate(CertificationType.DVBE, LocalDate.of(2026, 3, 2), renewed)
                        .verdictOf(rule))
                .isEqualTo(Verdict.WARN);
    }

    @ParameterizedTest(name = "the contractor's record says that it begins on {0}, ordered 2026-03-02 → {1}")
    @CsvSource({"2026-03-02, PASS", "2026-03-03, WARN"})
    void aCertificateThatBeginsLaterIsNotValidYet(LocalDate begins, Verdict verdict) {
        LocalDate through = LocalDate.of(2028, 3, 1);
        Given given = order(line("1"))
                .on(cmas(CMAS).lists(CertificationType.SB, through))
                .certificate(CertificationType.SB, begins, through);

        assertThat(given.verdictOf(rule)).isEqualTo(verdict);
        if (verdict == Verdict.WARN) {
            assertThat(given.askedOf(rule).getFirst().message()).contains("it begins on 2026-03-03");
        }
    }

    @Test
    void theBeginningOfAnotherCertificateIsNotThatOfTheOneShown() {
        LocalDate through = LocalDate.of(2028, 3, 1);

        assertThat(order(line("1"))
                        .on(cmas(CMAS).lists(CertificationType.SB, through))
                        .certificate(CertificationType.DVBE, LocalDate.of(2026, 3, 3), through)
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void whileNewsOfTheContractorWaitsARenewalIsUndetermined() {
        assertThat(order(line("1"))
                        .on(cmas(CMAS).lists(CertificationType.SB, LocalDate.of(2026, 3, 1)))
                        .contractorNewsWaiting()
                        .verdictOf(rule))
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void whereNoneIsShownItDoesNotApply() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
