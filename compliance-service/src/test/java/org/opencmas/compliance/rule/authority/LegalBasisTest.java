package org.opencmas.compliance.rule.authority;

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

@DisplayName("GEN-AUTHORITY: the law by which the buyer may use a CMAS is shown")
class LegalBasisTest {
    private final Rule<OrderFacts> rule = new LegalBasis();

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(useHeadersInDisplayName = false, delimiter = '|', textBlock = """
        CITY             | Public Contract Code 10290 et seq. and 12101.5; 10298 and 10299
        K12              | Public Contract Code 10290 et seq. and 12101.5; 10298 and 10299
        UC               | Public Contract Code 10290 et seq. and 12101.5; 10298 and 10299
        STATE_DEPARTMENT | Public Contract Code 10290 et seq. and 12101.5
        """)
    void boundaries(AgencyType type, String basis) {
        Finding finding = order(line("1")).buyer(type).askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.numbers()).containsEntry("legalBasis", basis);
        assertThat(finding.message())
                .startsWith("A " + (type == AgencyType.STATE_DEPARTMENT ? "State" : "local") + " agency may use");
    }

    @Test
    void aBodyWithoutPublicFundsHasNoPermission() {
        assertThat(order(line("1")).withoutPublicFunds().verdictOf(rule)).isEqualTo(Verdict.WARN);
    }

    @Test
    @WorkedCase(passes = false, value = "another local body of which no analyst has decided → UNDETERMINED")
    @WorkedCase(
            passes = true,
            value =
                    "another local body that an analyst decided to be a local agency → PASS, by Public Contract Code 10290 et"
                            + " seq. and 12101.5; 10298 and 10299")
    void aBodyThatTheGuideDoesNotNameIsShownABasisOnceAnAnalystHasDecided() {
        assertThat(order(line("1")).buyer(AgencyType.OTHER_LOCAL_BODY).askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == Verdict.UNDETERMINED
                        && !finding.numbers().containsKey("legalBasis"));
        assertThat(order(line("1"))
                        .buyer(AgencyType.OTHER_LOCAL_BODY)
                        .decidedLocal()
                        .askedOf(rule)
                        .getFirst()
                        .numbers())
                .containsEntry("legalBasis", "Public Contract Code 10290 et seq. and 12101.5; 10298 and 10299");
    }

    @Test
    void ofAnUnknownBuyerNothingIsSaid() {
        Finding finding = order(line("1")).unknownBuyer().askedOf(rule).getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(finding.blocking()).isFalse();
    }
}
