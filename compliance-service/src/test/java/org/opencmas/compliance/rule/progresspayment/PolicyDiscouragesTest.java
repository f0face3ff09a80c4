package org.opencmas.compliance.rule.progresspayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenPayment.ordinary;
import static org.opencmas.compliance.rule.invoice.GivenPayment.progress;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.law.NoWorkedCase;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.Contract;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.terms.AgencyClass;

@DisplayName("PP-DISCOURAGE: State policy discourages progress payments")
@NoWorkedCase(passes = true, because = "It tells the State policy of each progress payment of a State buyer.")
class PolicyDiscouragesTest {
    private final Rule<PaymentFacts> rule = new PolicyDiscourages();

    @ParameterizedTest(name = "buyer {0} → {1}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        STATE, WARN
        LOCAL, NOT_APPLICABLE
        -,     UNDETERMINED
        """)
    void boundaries(@Nullable AgencyClass buyer, Verdict verdict) {
        Finding finding =
                progress(Contract.Kind.IT_SPECIAL).by(buyer).askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isFalse();
    }

    @Test
    void aLocalBuyerIsToldAndOtherPaymentsAreNotAsked() {
        assertThat(progress(Contract.Kind.IT_SPECIAL)
                        .by(AgencyClass.LOCAL)
                        .askedOf(rule)
                        .getFirst()
                        .message())
                .contains("For information");
        assertThat(ordinary().verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
