package org.opencmas.compliance.rule.nsp.excluded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.law.NoWorkedCase;
import org.opencmas.compliance.law.WorkedCase;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("NSP-EXCL-PRODUCTIVE-USE: NSP items meet the Productive Use Requirements")
@NoWorkedCase(
        passes = true,
        because = "Only a person can say so: with that word the finding stays NEEDS_ATTESTATION and is answered.")
class NspProductiveUseTest {
    private final Rule<OrderFacts> rule = new NspProductiveUse();

    @Test
    @WorkedCase(passes = false, value = "line 2 an NSP item, nobody attests → NEEDS_ATTESTATION, which stops nothing")
    void aPersonIsAskedAndNothingIsStopped() {
        assertThat(order(line("1"), line("2").nsp("1")).askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == Verdict.NEEDS_ATTESTATION && !finding.blocking())
                .satisfies(finding -> assertThat(finding.lineIds()).containsExactly("2"));
    }

    @Test
    void thePersonsWordStandsInTheFinding() {
        assertThat(order(line("1"), line("2").nsp("1"))
                        .attested("NSP-EXCL-PRODUCTIVE-USE")
                        .askedOf(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("Attested by B. Buyer");
                    assertThat(finding.remedy()).isNull();
                });
    }

    @Test
    void anOrderWithoutNspItemsIsOfNoConcern() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
