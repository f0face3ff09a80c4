package org.opencmas.compliance.rule.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;
import static org.opencmas.compliance.rule.purchaseorder.GivenProcurement.way;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.GivenProcurement;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.Clauses;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.Placed;
import org.opencmas.terms.Usd;

@DisplayName("GEN-LEGAL-COUNSEL: what the agency's own setting names needs a word on its lawyers")
class LegalCounselAskedTest {
    private final Rule<OrderFacts> rule = new LegalCounselAsked();

    private static Agency.Settings asks(String above, Boolean services, Boolean clauses) {
        return new Agency.Settings(
                null, null, null, null, above == null ? null : Usd.of(above), services, clauses, null, null);
    }

    @ParameterizedTest(name = "total {0}, lawyers above {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        50000.00, 50000.00, PASS
        50000.01, 50000.00, NEEDS_ATTESTATION
        50000.01, -,        NOT_APPLICABLE
        """)
    void boundaries(String total, String above, Verdict verdict) {
        Finding finding = order(line("1").costing(total))
                .agencySets(asks(above, null, null))
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isFalse();
    }

    @Test
    void servicesAskWhereTheAgencyWantsIt() {
        assertThat(order(line("1").kind(LineKind.SERVICES))
                        .agencySets(asks(null, true, null))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NEEDS_ATTESTATION);
        assertThat(order(line("1")).agencySets(asks(null, true, null)).verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void clausesAskWhereTheAgencyWantsIt() {
        GivenProcurement clauses = way().clauses(new Clauses(new Placed(true, true), null));

        assertThat(order(line("1"))
                        .told(clauses)
                        .agencySets(asks(null, null, true))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NEEDS_ATTESTATION);
        assertThat(order(line("1")).agencySets(asks(null, null, true)).verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest(name = "a clause in the request {0}, in the order {1} → {2}")
    @CsvSource({"false, false, PASS", "true, false, NEEDS_ATTESTATION", "false, true, NEEDS_ATTESTATION"})
    void clausesThatStandNowhereAskNothing(boolean inRequest, boolean inOrder, Verdict verdict) {
        assertThat(order(line("1"))
                        .told(way().clauses(new Clauses(null, new Placed(inRequest, inOrder))))
                        .agencySets(asks(null, null, true))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void anAgencyThatSetNothingIsAskedNothing() {
        assertThat(order(line("1").costing("9000000.00")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
