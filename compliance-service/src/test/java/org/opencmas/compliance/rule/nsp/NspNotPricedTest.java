package org.opencmas.compliance.rule.nsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.item;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.LineListing;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("NSP-NOT-PRICED: what the CMAS already prices is not called NSP")
class NspNotPricedTest {
    private final Rule<OrderFacts> rule = new NspNotPriced();

    @ParameterizedTest(name = "NSP item {0} → {1}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        B-7,  PASS
        A-1,  FAIL
        a1,   NEEDS_ATTESTATION
        -,    PASS
        """)
    void boundaries(String itemId, Verdict verdict) {
        assertThat(order(line("1"), line("2").nsp("1").item(itemId))
                        .priceList(item("A-1", "EA", "120.00", null))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void theSameDescriptionIsPutToAPerson() {
        assertThat(order(line("1"), line("2").nsp("1").described("Item A-1"))
                        .priceList(item("A-1", "EA", "120.00", null))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NEEDS_ATTESTATION);
    }

    @Test
    void withoutTheWholeListItIsUndetermined() {
        assertThat(order(line("1"), line("2").nsp("1"))
                        .priceListIs(LineListing.ListState.NONE)
                        .verdictOf(rule))
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void withoutNspLinesItDoesNotApply() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
