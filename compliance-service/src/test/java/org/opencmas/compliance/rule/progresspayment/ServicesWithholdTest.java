package org.opencmas.compliance.rule.progresspayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenPayment.progress;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.Contract;
import org.opencmas.compliance.rule.invoice.GivenPayment;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.invoice.Task;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.terms.Usd;

@DisplayName(
        "PP-NONIT-SERVICES: of non-IT services 10% is withheld until completion, of a distinct task until the task is complete")
class ServicesWithholdTest {
    private final Rule<PaymentFacts> rule = new ServicesWithhold();

    @ParameterizedTest(name = "task of 20,000.00 of 120,000.00, distinct {0}, complete {1}, all paid {2} → {3}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        true,  true,  110000.00, PASS
        true,  true,  110000.01, FAIL
        true,  false, 108000.00, PASS
        true,  false, 108000.01, FAIL
        false, true,  108000.01, FAIL
        -,     true,  108000.01, FAIL
        """)
    void theWithholdOfADistinctTaskIsReleasedWithIt(
            @Nullable Boolean distinct, boolean complete, String paid, Verdict verdict) {
        assertThat(progress(Contract.Kind.NON_IT_SERVICES)
                        .tasks(task(distinct, complete, null))
                        .of(paid)
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "of a task of 20,000.00, distinct {0}, complete {1}, {2} paid → {3} findings")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        true,  true,  20000.00, 1
        true,  true,  20000.01, 2
        true,  false, 18000.00, 1
        true,  false, 18000.01, 2
        false, true,  18000.01, 2
        """)
    void eachTaskIsPaidUpToItsShare(boolean distinct, boolean complete, String paid, int findings) {
        assertThat(progress(Contract.Kind.NON_IT_SERVICES)
                        .tasks(task(distinct, complete, paid))
                        .of("20000.01")
                        .askedOf(rule))
                .hasSize(findings)
                .filteredOn(Finding::blocking)
                .hasSize(findings - 1);
    }

    @Test
    void afterFinalCompletionAllIsPaid() {
        assertThat(progress(Contract.Kind.NON_IT_SERVICES)
                        .acceptedOn(GivenPayment.DAY)
                        .of("120000.00")
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
        assertThat(progress(Contract.Kind.IT_SPECIAL).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private static Task task(@Nullable Boolean distinct, boolean complete, @Nullable String paid) {
        return new Task("A", Usd.of("20000.00"), paid == null ? null : Usd.of(paid), distinct, "P. Manager", complete);
    }
}
