package org.opencmas.compliance.rule.publicworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.law.WorkedCase;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.PublicWorks;

@DisplayName("PW-WAGE-CLASS: the agency determines the craft, classification or type of worker")
class WorkersClassifiedTest {
    private final Rule<OrderFacts> rule = new WorkersClassified();

    @Test
    @WorkedCase(passes = true, value = "public works of 100.00, Laborer, group 1, named → PASS")
    void oneClassificationIsEnough() {
        assertThat(given(List.of("Laborer, group 1")).verdictOf(rule)).isEqualTo(Verdict.PASS);
    }

    @Test
    @WorkedCase(
            passes = false,
            value = "public works of 0.01, no classification named → NEEDS_ATTESTATION, which stops the order")
    void noneStopsTheOrderUntilAPersonAttests() {
        assertThat(given(List.of()).askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == Verdict.NEEDS_ATTESTATION && finding.blocking());
        assertThat(GivenWorks.costing("0.01").askedOf(rule)).singleElement().matches(Finding::blocking);
        assertThat(given(List.of()).attested("PW-WAGE-CLASS").askedOf(rule))
                .singleElement()
                .matches(finding -> !finding.blocking());
    }

    @Test
    void anOrderWithoutPublicWorksIsOfNoConcern() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private static Given given(List<String> classifications) {
        return GivenWorks.costing("100.00").publicWorks(new PublicWorks(classifications, null, null, null, null, null));
    }
}
