package org.opencmas.compliance.rule.authority;

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
        "GEN-LOCAL-OWN-POLICY: a local agency has decided that the program agrees with its own policy; a warning where nobody said so")
class AgreesWithOwnPolicyTest {
    private final Rule<OrderFacts> rule = new AgreesWithOwnPolicy();

    private static Agency.Settings attested(LocalDate on, LocalDate review) {
        return new Agency.Settings(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Agency.OwnPolicyAttestation("C. Clerk", on, "the purchasing code of the city", review));
    }

    @ParameterizedTest(name = "attested {0}, reviewed by {1}, order of 2026-03-02 → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        2026-03-02, -,          PASS
        2026-03-03, -,          NEEDS_ATTESTATION
        2025-01-01, 2026-03-02, PASS
        2025-01-01, 2026-03-01, NEEDS_ATTESTATION
        """)
    void boundaries(LocalDate on, LocalDate review, Verdict verdict) {
        Finding finding =
                order(line("1")).agencySets(attested(on, review)).askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isFalse();
    }

    @Test
    void withoutOneOnFileItIsAskedForAndStopsNothing() {
        Finding finding = order(line("1")).askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.NEEDS_ATTESTATION);
        assertThat(finding.blocking()).isFalse();
        assertThat(finding.remedy()).isNotNull();
    }

    @Test
    void anAttestationOnTheOrderAnswersIt() {
        assertThat(order(line("1"))
                        .attested("GEN-LOCAL-OWN-POLICY")
                        .askedOf(rule)
                        .getFirst()
                        .remedy())
                .isNull();
    }

    @Test
    void aStateAgencyIsNotBound() {
        assertThat(order(line("1")).stateBuyer().verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
