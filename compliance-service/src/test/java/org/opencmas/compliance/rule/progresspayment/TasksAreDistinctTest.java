package org.opencmas.compliance.rule.progresspayment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenPayment.ordinary;
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

@DisplayName("PP-DEFINITION: whether a task is separate and distinct is decided by a person")
class TasksAreDistinctTest {
    private final Rule<PaymentFacts> rule = new TasksAreDistinct();

    @ParameterizedTest(name = "distinct {0}, decided by {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        true,  P. Manager, PASS
        true,  -,          NEEDS_ATTESTATION
        false, -,          NOT_APPLICABLE
        -,     -,          NOT_APPLICABLE
        """)
    void boundaries(@Nullable Boolean distinct, @Nullable String decidedBy, Verdict verdict) {
        assertThat(with(distinct, decidedBy).verdictOf(rule)).isEqualTo(verdict);
    }

    @Test
    void itBlocksUntilAPersonAttests() {
        assertThat(with(true, null).askedOf(rule)).allMatch(Finding::blocking);
        assertThat(with(true, null).attested("PP-DEFINITION").askedOf(rule)).noneMatch(Finding::blocking);
        assertThat(ordinary().verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private static GivenPayment with(@Nullable Boolean distinct, @Nullable String decidedBy) {
        return progress(Contract.Kind.NON_IT_SERVICES)
                .tasks(new Task("A", Usd.of("1000.00"), null, distinct, decidedBy, false));
    }
}
