package org.opencmas.compliance.rule.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Coding;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Services;

@DisplayName("SVC-NETWORK-SOLUTION: network design services lead to a hardware or software solution")
class NetworkSolutionTest {
    private final Rule<OrderFacts> rule = new NetworkSolution();

    @ParameterizedTest(name = "network design {0}, solution {1} → {2}, blocking nothing")
    @CsvSource({
        "true,  switches of line 2, PASS",
        "true,  ,                   NEEDS_ATTESTATION",
        "false, ,                   NOT_APPLICABLE",
        ",      ,                   NOT_APPLICABLE"
    })
    void solutions(Boolean design, String solution, Verdict verdict) {
        assertThat(order(line("1")
                                .kind(LineKind.SERVICES)
                                .coded(new Coding(null, design, null, null, null, null, null)))
                        .services(new Services(null, null, solution, null))
                        .askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == verdict && !finding.blocking());
    }

    @Test
    void withoutAnyParticularsThatIsAskedAbout() {
        assertThat(order(line("1").coded(new Coding(null, true, null, null, null, null, null)))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NEEDS_ATTESTATION);
    }
}
