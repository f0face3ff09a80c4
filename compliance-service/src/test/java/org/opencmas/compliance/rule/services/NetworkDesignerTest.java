package org.opencmas.compliance.rule.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Coding;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Designer;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Employer;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Services;

@DisplayName("SVC-NETWORK-RCDD: network design with infrastructure is done by a certified designer")
class NetworkDesignerTest {
    private final Rule<OrderFacts> rule = new NetworkDesigner();

    private static final Coding INFRASTRUCTURE = new Coding(null, true, true, null, null, null, null);

    @ParameterizedTest(name = "certificate through {0} → {1}")
    @CsvSource({"2026-03-01, FAIL", "2026-03-02, PASS", "2026-03-03, PASS", ", PASS"})
    void theCertificateHoldsThroughItsLastDay(LocalDate last, Verdict verdict) {
        assertThat(order(line("1").coded(INFRASTRUCTURE))
                        .services(new Services(
                                null,
                                null,
                                null,
                                new Designer("D. Signer", "RCDD-1", Employer.SUBCONTRACTOR, last, null)))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "employed by {0}: {1}")
    @CsvSource({"CONTRACTOR, contractor", "SUBCONTRACTOR, subcontractor"})
    void whoEmploysTheDesignerIsTold(Employer employer, String told) {
        assertThat(order(line("1").coded(INFRASTRUCTURE))
                        .services(new Services(
                                null, null, null, new Designer("D. Signer", "RCDD-1", employer, null, null)))
                        .askedOf(rule))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("D. Signer, RCDD RCDD-1, is employed by the " + told + "."));
    }

    @Test
    void nobodyNamedStopsTheOrderUntilAPersonAttests() {
        assertThat(order(line("1").coded(INFRASTRUCTURE)).askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == Verdict.NEEDS_ATTESTATION && finding.blocking());
        assertThat(order(line("1").coded(INFRASTRUCTURE))
                        .attested("SVC-NETWORK-RCDD")
                        .askedOf(rule))
                .singleElement()
                .matches(finding -> !finding.blocking());
    }

    @Test
    void designWithoutInfrastructureNeedsNone() {
        assertThat(order(line("1").coded(new Coding(null, true, false, null, null, null, null)))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
