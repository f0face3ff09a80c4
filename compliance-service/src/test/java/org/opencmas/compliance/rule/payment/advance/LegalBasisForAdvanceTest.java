package org.opencmas.compliance.rule.payment.advance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenInvoice.invoice;
import static org.opencmas.compliance.rule.invoice.GivenInvoice.line;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.law.NoWorkedCase;
import org.opencmas.compliance.law.WorkedCase;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.GivenInvoice;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.invoice.LineType;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;

@DisplayName("PAY-ADVANCE-GC11019: other advance payment for services has a legal basis that a person attests")
@NoWorkedCase(
        passes = true,
        because = "Only a person can say so: with that word the finding stays NEEDS_ATTESTATION and is answered.")
class LegalBasisForAdvanceTest {
    private static final LocalDate THROUGH = LocalDate.of(2026, 3, 31);

    private final Rule<InvoiceFacts> rule = new LegalBasisForAdvance<>();

    @Test
    @WorkedCase(
            passes = false,
            value = "services paid in advance by GC 11019, nobody attests → NEEDS_ATTESTATION, which stops the payment")
    void aClaimedBasisBlocksUntilAPersonAttestsToIt() {
        GivenInvoice claimed = invoice(line("1", LineType.SERVICES, THROUGH)).byLaw("GC 11019, another agency");

        assertThat(claimed.askedOf(rule)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.NEEDS_ATTESTATION);
            assertThat(finding.blocking()).isTrue();
        });
        assertThat(claimed.attested("PAY-ADVANCE-GC11019").askedOf(rule)).noneMatch(Finding::blocking);
    }

    @Test
    void itTakesThePlaceOfTheRefusalAndWithoutItTheRefusalHolds() {
        assertThat(invoice(line("1", LineType.SERVICES, THROUGH))
                        .byLaw("GC 11019")
                        .verdictOf(new NoServiceInAdvance<>()))
                .isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(invoice(line("1", LineType.SERVICES, THROUGH)).verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(invoice(line("1", LineType.SERVICES, THROUGH)).verdictOf(new NoServiceInAdvance<>()))
                .isEqualTo(Verdict.FAIL);
    }
}
