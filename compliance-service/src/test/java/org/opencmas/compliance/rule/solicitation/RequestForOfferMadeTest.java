package org.opencmas.compliance.rule.solicitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.ORDER_DATE;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;
import static org.opencmas.compliance.rule.purchaseorder.GivenProcurement.way;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.compliance.rule.purchaseorder.known.Agency.Severity;

@DisplayName("SOL-RFO-NEEDED: the order follows a request for offer, and services have a statement of work")
class RequestForOfferMadeTest {
    private final Rule<OrderFacts> rule = new RequestForOfferMade();

    @ParameterizedTest(name = "written {0}, statement of work {1}, line of {2} → {3}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        2026-03-02, -,     GOODS,    PASS
        2026-03-03, -,     GOODS,    WARN
        2026-03-02, -,     SERVICES, WARN
        2026-03-02, annex, SERVICES, PASS
        """)
    void boundaries(LocalDate writtenOn, String statementOfWork, LineKind kind, Verdict verdict) {
        Finding finding = order(line("1").kind(kind))
                .told(way().request(writtenOn, false, statementOfWork))
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isFalse();
    }

    @ParameterizedTest(name = "services without one, {0} → {1}, blocks {2}")
    @CsvSource(
            nullValues = "-",
            value = {"-, WARN, false", "WARN, WARN, false", "BLOCK, FAIL, true"})
    void servicesWithoutAStatementOfWorkStopWhereTheAgencyWantsIt(Severity action, Verdict verdict, boolean blocks) {
        Finding finding = order(line("1"), line("2").kind(LineKind.SERVICES))
                .agencySets(new Agency.Settings(null, null, action, null, null, null, null, null, null))
                .told(way().request(ORDER_DATE, false, null))
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isEqualTo(blocks);
        assertThat(finding.lineIds()).containsExactly("2");
    }

    @Test
    void aMissingRequestIsAWarningWhateverTheAgencySet() {
        List<Finding> findings = order(line("1"))
                .agencySets(new Agency.Settings(null, null, Severity.BLOCK, null, null, null, null, null, null))
                .askedOf(rule);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
            assertThat(finding.blocking()).isFalse();
        });
    }

    @Test
    void anAmendmentSeeksNoOffers() {
        assertThat(order(line("1")).amendedOn(ORDER_DATE).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
