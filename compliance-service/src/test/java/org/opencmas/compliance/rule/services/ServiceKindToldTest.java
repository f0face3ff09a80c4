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
import org.opencmas.compliance.rule.purchaseorder.Coding.ServiceKind;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("SVC-KIND: each line of services is coded as personal, consulting or technical")
class ServiceKindToldTest {
    private final Rule<OrderFacts> rule = new ServiceKindTold();

    @ParameterizedTest(name = "a line of {0} coded {1} → {2}, blocking nothing")
    @CsvSource({
        "SERVICES, PERSONAL,   PASS",
        "SERVICES, CONSULTING, PASS",
        "SERVICES, TECHNICAL,  PASS",
        "SERVICES, ,           NEEDS_ATTESTATION",
        "GOODS,    ,           NOT_APPLICABLE",
        "GOODS,    TECHNICAL,  WARN",
        "TRAVEL,   PERSONAL,   WARN"
    })
    void kinds(LineKind kind, ServiceKind coded, Verdict verdict) {
        Coding coding = new Coding(coded, null, null, null, null, null, null);

        assertThat(order(line("1").kind(kind).coded(coding)).askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == verdict && !finding.blocking());
    }

    @Test
    void onlyTheLinesThatAreNotCodedAreNamed() {
        assertThat(order(line("1").service(ServiceKind.TECHNICAL), line("2").kind(LineKind.SERVICES))
                        .askedOf(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.lineIds()).containsExactly("2");
                    assertThat(finding.remedy()).isEqualTo("Code line 2 as PERSONAL, CONSULTING or TECHNICAL.");
                });
    }
}
