package org.opencmas.compliance.rule.nsp.excluded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("NSP-EXCL-PW: NSP items that are public works not incidental to the order are excluded")
class NspPublicWorksTest {
    private final Rule<OrderFacts> rule = new NspPublicWorks();

    @ParameterizedTest(name = "products {0}, priced public works {1}, NSP public works {2} → {3}")
    @CsvSource({
        "1000.00, 400.00, 599.99, PASS",
        "1000.00, 400.00, 600.00, PASS",
        "1000.00, 400.00, 600.01, FAIL",
        "1000.00, 0.00,   1000.00, PASS",
        "1000.00, 0.00,   1000.01, FAIL",
        "0.00,    0.00,   0.01, FAIL",
        "0.00,    0.00,   0.00, FAIL"
    })
    void boundaries(String products, String priced, String nsp, Verdict verdict) {
        assertThat(order(
                                line("1").costing(products),
                                line("2").kind(LineKind.SERVICES).publicWorks().costing(priced),
                                line("3")
                                        .kind(LineKind.SERVICES)
                                        .nsp("1")
                                        .publicWorks()
                                        .costing(nsp))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void theNspLinesAreNamedAndNoAttestationHelps() {
        assertThat(order(line("1"), line("2").nsp("1").publicWorks().costing("412.10"))
                        .attested("NSP-EXCL-PW")
                        .askedOf(rule))
                .singleElement()
                .matches(Finding::blocking)
                .satisfies(finding -> {
                    assertThat(finding.lineIds()).containsExactly("2");
                    assertThat(finding.remedy()).isEqualTo("Buy line 2 outside CMAS.");
                });
    }

    @Test
    void publicWorksOnThePriceListAreOfNoConcern() {
        assertThat(order(
                                line("1"),
                                line("2").publicWorks().costing("412.10"),
                                line("3").nsp("1"))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
