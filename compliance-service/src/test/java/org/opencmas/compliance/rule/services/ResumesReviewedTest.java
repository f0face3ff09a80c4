package org.opencmas.compliance.rule.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.law.NoWorkedCase;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Coding.ServiceKind;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("SVC-RESUMES: the resumes of all people of a services order are reviewed before it is issued")
@NoWorkedCase(
        passes = true,
        because = "Only a person can say so: with that word the finding stays NEEDS_ATTESTATION and is answered.")
class ResumesReviewedTest {
    private final Rule<OrderFacts> rule = new ResumesReviewed();

    @ParameterizedTest(name = "a line of {0} coded {1} → {2}, stops the order: {3}")
    @CsvSource({
        "SERVICES, CONSULTING, NEEDS_ATTESTATION, true",
        "SERVICES, PERSONAL,   NEEDS_ATTESTATION, true",
        "SERVICES, TECHNICAL,  WARN,              false",
        "SERVICES, ,           WARN,              false",
        "GOODS,    CONSULTING, NOT_APPLICABLE,    false",
        "TRAVEL,   ,           NOT_APPLICABLE,    false"
    })
    void kindsOfServices(LineKind kind, ServiceKind service, Verdict verdict, boolean stops) {
        assertThat(order(line("1"), line("2").service(service).kind(kind)).askedOf(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(verdict);
                    assertThat(finding.blocking()).isEqualTo(stops);
                    assertThat(finding.lineIds())
                            .isEqualTo(verdict == Verdict.NOT_APPLICABLE ? List.of() : List.of("2"));
                });
    }

    @Test
    void aPersonsWordAnswersForEachLineOfConsultingAndPersonalServicesTogether() {
        Given given = order(
                line("1").kind(LineKind.SERVICES).service(ServiceKind.CONSULTING),
                line("2").kind(LineKind.SERVICES).service(ServiceKind.PERSONAL),
                line("3").kind(LineKind.SERVICES).service(ServiceKind.TECHNICAL));

        assertThat(given.askedOf(rule)).hasSize(2).first().satisfies(finding -> {
            assertThat(finding.lineIds()).containsExactly("1", "2");
            assertThat(finding.blocking()).isTrue();
        });
        assertThat(given.attested("SVC-RESUMES").askedOf(rule)).noneMatch(finding -> finding.blocking());
    }

    @Test
    void anAmendmentIsAskedOfLinesThatItAddsOrChanges() {
        Order before = order(line("1").kind(LineKind.SERVICES).service(ServiceKind.CONSULTING))
                .document();

        assertThat(order(line("1").kind(LineKind.SERVICES).service(ServiceKind.CONSULTING))
                        .issuedBefore(before)
                        .amendedOn(Given.ORDER_DATE.plusDays(1))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(order(
                                line("1").kind(LineKind.SERVICES).service(ServiceKind.CONSULTING),
                                line("2").kind(LineKind.SERVICES).service(ServiceKind.PERSONAL))
                        .issuedBefore(before)
                        .amendedOn(Given.ORDER_DATE.plusDays(1))
                        .askedOf(rule))
                .singleElement()
                .satisfies(finding -> assertThat(finding.lineIds()).containsExactly("2"));
        assertThat(order(line("1").kind(LineKind.SERVICES).service(ServiceKind.PERSONAL))
                        .issuedBefore(before)
                        .amendedOn(Given.ORDER_DATE.plusDays(1))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NEEDS_ATTESTATION);
    }
}
