package org.opencmas.compliance.rule.publicworks;

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
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("PW-INCIDENTAL: public works do not exceed the products, and a person says that they are incidental")
class PublicWorksIncidentalTest {
    private final Rule<OrderFacts> rule = new PublicWorksIncidental();

    @ParameterizedTest(name = "products {0}, public works {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        10000.00, 9999.99,  PASS
        10000.00, 10000.00, PASS
        10000.00, 10000.01, FAIL
        0.00,     0.01,     FAIL
        0.00,     0.00,     FAIL
        """)
    void boundaries(String products, String works, Verdict verdict) {
        assertThat(order(line("1").costing(products), line("2").publicWorks().costing(works))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0} counts as product: {1}")
    @CsvSource({"GOODS, PASS", "SOFTWARE, PASS", "SERVICES, FAIL", "TRAVEL, FAIL"})
    void onlyGoodsAndPackagedSoftwareAreProducts(LineKind kind, Verdict verdict) {
        assertThat(order(line("1").kind(kind), line("2").publicWorks()).verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void withinTheLimitAPersonStillHasToJudge() {
        Given within = order(line("1"), line("2").publicWorks());

        assertThat(within.askedOf(rule))
                .extracting(Finding::verdict, Finding::blocking)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Verdict.PASS, false),
                        org.assertj.core.groups.Tuple.tuple(Verdict.NEEDS_ATTESTATION, true));
        assertThat(within.attested("PW-INCIDENTAL").askedOf(rule)).noneMatch(Finding::blocking);
    }

    @Test
    void overTheLimitNoAttestationHelps() {
        assertThat(order(line("1"), line("2").publicWorks().costing("412.10"))
                        .attested("PW-INCIDENTAL")
                        .askedOf(rule))
                .singleElement()
                .matches(Finding::blocking)
                .extracting(Finding::remedy)
                .isEqualTo("Lower the public works by 312.10, or buy them outside CMAS.");
    }

    @Test
    void withoutPublicWorksItDoesNotApply() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
