package org.opencmas.compliance.rule.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.law.WorkedCase;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.terms.AgencyType;

@DisplayName("GEN-AGENCY-TYPE: the buyer is a public body of a known type, and the type says whose rules bind it")
class AgencyIsPublicBodyTest {
    private final Rule<OrderFacts> rule = new AgencyIsPublicBody();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        CITY,              LOCAL
        COUNTY,            LOCAL
        CITY_AND_COUNTY,   LOCAL
        DISTRICT,          LOCAL
        K12,               LOCAL
        COMMUNITY_COLLEGE, LOCAL
        CSU,               LOCAL
        UC,                LOCAL
        STATE_DEPARTMENT,  STATE
        """)
    void everyNamedTypeHasItsRules(AgencyType type, String agencyClass) {
        Finding finding = order(line("1")).buyer(type).askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.numbers()).containsEntry("agencyClass", agencyClass);
    }

    @Test
    @WorkedCase(passes = false, value = "another local body of which no analyst has decided → FAIL")
    @WorkedCase(passes = true, value = "another local body that an analyst decided to be a local agency → PASS")
    void anotherLocalBodyNeedsAnAnalystsDecision() {
        assertThat(order(line("1")).buyer(AgencyType.OTHER_LOCAL_BODY).verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
        assertThat(order(line("1"))
                        .buyer(AgencyType.OTHER_LOCAL_BODY)
                        .decidedLocal()
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aBodyThatMayNotSpendPublicFundsIsRefused() {
        assertThat(order(line("1")).withoutPublicFunds().verdictOf(rule)).isEqualTo(Verdict.FAIL);
    }

    @Test
    void anUnknownAgencyIsUndeterminedAndNamed() {
        Finding finding = order(line("1")).unknownBuyer().askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(finding.message()).contains("00000000-0000-7000-8000-0000000000a1");
        assertThat(finding.remedy()).startsWith("Submit again when");
    }
}
