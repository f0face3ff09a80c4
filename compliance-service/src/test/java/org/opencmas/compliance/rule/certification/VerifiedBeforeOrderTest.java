package org.opencmas.compliance.rule.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
import static org.opencmas.compliance.rule.purchaseorder.Given.CONTRACTOR;
import static org.opencmas.compliance.rule.purchaseorder.Given.ORDER_DATE;
import static org.opencmas.compliance.rule.purchaseorder.Given.OTHER_CONTRACTOR;
import static org.opencmas.compliance.rule.purchaseorder.Given.cmas;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;
import static org.opencmas.compliance.rule.purchaseorder.GivenProcurement.way;

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
import org.opencmas.compliance.rule.purchaseorder.told.CertificationVerification;
import org.opencmas.terms.CertificationType;

@DisplayName("CERT-VERIFY-BEFORE-PO: a certificate that is claimed is verified on the day of the order at the latest")
class VerifiedBeforeOrderTest {
    private final Rule<OrderFacts> rule = new VerifiedBeforeOrder();

    private static CertificationVerification verified(LocalDate on, LocalDate validThrough) {
        return new CertificationVerification(on, "B. Buyer", "Cal eProcure", "certified", "1234567", validThrough);
    }

    private static Given listed() {
        return order(line("1")).on(cmas(CMAS).lists(CertificationType.SB, LocalDate.of(2027, 5, 31)));
    }

    @ParameterizedTest(name = "verified {0}, valid through {1}, order of 2026-03-02 → {2}, blocks {3}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        2026-03-02, -,          PASS,              false
        2026-03-03, -,          NEEDS_ATTESTATION, true
        2026-01-31, -,          PASS,              false
        2026-01-30, -,          WARN,              false
        2026-03-02, 2026-03-02, PASS,              false
        2026-03-02, 2026-03-01, WARN,              false
        """)
    void boundaries(LocalDate on, LocalDate validThrough, Verdict verdict, boolean blocks) {
        Finding finding =
                listed().verified(verified(on, validThrough)).askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isEqualTo(blocks);
    }

    @Test
    void withoutAVerificationOnlyAnAttestationLetsItOn() {
        assertThat(listed().askedOf(rule).getFirst().blocking()).isTrue();
        assertThat(listed().attested("CERT-VERIFY-BEFORE-PO")
                        .askedOf(rule)
                        .getFirst()
                        .blocking())
                .isFalse();
    }

    @Test
    void whereNoneIsListedAndNoneIsCountedNoneIsClaimed() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(order(line("1"))
                        .told(way().asked("Another", OTHER_CONTRACTOR, ORDER_DATE, true))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void whatTheOrderCountsIsVerified() {
        assertThat(order(line("1"))
                        .told(way().asked("Contractor, Inc.", CONTRACTOR, ORDER_DATE, true))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NEEDS_ATTESTATION);
    }

    @ParameterizedTest(name = "counted as \"{0}\" without its id → {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Contractor, Inc.   | NEEDS_ATTESTATION
        contractor,  INC.  | NEEDS_ATTESTATION
        Another, Inc.      | NOT_APPLICABLE
        """)
    void aContractorThatIsToldWithoutItsIdIsKnownByItsName(String name, Verdict verdict) {
        assertThat(order(line("1"))
                        .told(way().asked(name, null, ORDER_DATE, true))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void ofACmasThatIsNotKnownItIsNotKnownWhetherItListsACertificate() {
        Given unknown = order(line("1")).on(cmas(CMAS).unknown());
        Finding finding = unknown.askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(finding.blocking()).isTrue();
        assertThat(finding.lineIds()).containsExactly("1");
        assertThat(unknown.attested("CERT-VERIFY-BEFORE-PO")
                        .askedOf(rule)
                        .getFirst()
                        .blocking())
                .isFalse();
        assertThat(order(line("1"))
                        .on(cmas(CMAS).unknown())
                        .verified(verified(ORDER_DATE, null))
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void anAmendmentIsNotAskedAgain() {
        assertThat(listed().amendedOn(ORDER_DATE).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
