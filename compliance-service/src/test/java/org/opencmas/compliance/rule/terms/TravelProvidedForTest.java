package org.opencmas.compliance.rule.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
import static org.opencmas.compliance.rule.purchaseorder.Given.cmas;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.law.NoWorkedCase;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("ORD-TRAVEL-ALLOWED: travel is ordered only where the CMAS provides for it; its limits are a warning")
@NoWorkedCase(
        passes = true,
        because =
                "The limits on travel stand in the text of the CMAS only, so that travel which it provides for is always a warning to compare them.")
class TravelProvidedForTest {
    private final Rule<OrderFacts> rule = new TravelProvidedFor();

    @ParameterizedTest(name = "the CMAS provides for travel: {0} → {1}, blocks {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        true,  WARN,         false
        false, FAIL,         true
        -,     UNDETERMINED, true
        """)
    void boundaries(Boolean provides, Verdict verdict, boolean blocks) {
        Finding finding = order(line("1"), line("2").kind(LineKind.TRAVEL))
                .on(cmas(CMAS).travel(provides))
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isEqualTo(blocks);
        assertThat(finding.lineIds()).containsExactly("2");
    }

    @Test
    void aPersonAttestsToWhatIsNotRecorded() {
        assertThat(order(line("1").kind(LineKind.TRAVEL))
                        .attested("ORD-TRAVEL-ALLOWED")
                        .askedOf(rule)
                        .getFirst()
                        .blocking())
                .isFalse();
    }

    @Test
    void withoutTravelNothingIsAsked() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
