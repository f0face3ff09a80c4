package org.opencmas.compliance.rule.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.ServiceCategory;

@DisplayName("SCO-EXCLUDED-SERVICES: a line of an excluded category fails; words that sound like one only ask")
class NoExcludedServicesTest {
    private final Rule<OrderFacts> rule = new NoExcludedServices();

    @ParameterizedTest
    @EnumSource(value = ServiceCategory.class, names = "OTHER", mode = EnumSource.Mode.EXCLUDE)
    void everyExcludedCategoryStopsTheOrder(ServiceCategory category) {
        Finding finding = order(line("1"), line("2").kind(LineKind.SERVICES).category(category))
                .attested("SCO-EXCLUDED-SERVICES")
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.blocking()).isTrue();
        assertThat(finding.lineIds()).containsExactly("2");
    }

    @ParameterizedTest(name = "{0}, category {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, delimiter = '|', nullValues = "-", textBlock = """
        Network Engineer, senior              | -     | PASS
        Software architect                    | -     | PASS
        Civil engineering of the new wing     | -     | WARN
        Architectural drawings                | -     | WARN
        Environmental impact study            | -     | WARN
        Audit of accessibility                | -     | PASS
        Financial audit of the fiscal year    | -     | WARN
        Attorney, per hour                    | -     | WARN
        Facilities planning                   | -     | WARN
        Registered nurse, night               | -     | WARN
        Security guard, unarmed               | -     | WARN
        Security guard, unarmed               | OTHER | PASS
        Security guarding software            | -     | PASS
        """)
    void wordsOnlyAsk(String words, ServiceCategory category, Verdict verdict) {
        Finding finding = order(
                        line("1").kind(LineKind.SERVICES).described(words).category(category))
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isFalse();
    }

    @Test
    void goodsAreNoServices() {
        assertThat(order(line("1").described("Security guard booth")).verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @ParameterizedTest(name = "{0} as {1}, category {2} → {3}")
    @CsvSource(useHeadersInDisplayName = false, delimiter = '|', nullValues = "-", textBlock = """
        Security guard services       | GOODS    | -     | WARN
        Security guard services       | GOODS    | OTHER | PASS
        Attorney, per hour            | SOFTWARE | -     | WARN
        Land survey of the parcel     | GOODS    | -     | WARN
        Land surveying instrument     | GOODS    | -     | NOT_APPLICABLE
        Facility planning software    | SOFTWARE | -     | NOT_APPLICABLE
        Extended support services     | GOODS    | -     | NOT_APPLICABLE
        """)
    void aLineOfAnotherKindOnlyAsksWhereItsWordsNameTheWork(
            String words, LineKind kind, ServiceCategory category, Verdict verdict) {
        assertThat(order(line("1").kind(kind).described(words).category(category))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void aCategoryOnALineOfGoodsCounts() {
        assertThat(order(line("1").category(ServiceCategory.LEGAL)).verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
    }
}
