package org.opencmas.compliance.rule.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.item;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.LineListing;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("ORD-NO-BUNDLING: every line is priced singly")
class NoBundlingTest {
    private final Rule<OrderFacts> rule = new NoBundling();

    @Test
    void aLumpSumFailsAndNoAttestationLiftsIt() {
        Finding finding = order(line("1").lumpSum())
                .attested("ORD-NO-BUNDLING")
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.blocking()).isTrue();
    }

    @ParameterizedTest(name = "ordered by {0}, listed by {1} → {2}")
    @CsvSource({"EA, EA, PASS", "lot, EA, WARN", "LOT, LOT, PASS"})
    void aLotIsAWarningUnlessListedSo(String ordered, String listed, Verdict verdict) {
        assertThat(order(line("1").unit(ordered))
                        .priceList(item("A-1", listed, "100.00", null))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "priced {0}, listed at {1} → {2}")
    @CsvSource({"0.00, 0.00, PASS", "0.00, 0.01, WARN", "0.01, 0.01, PASS"})
    void aZeroPriceIsAWarningUnlessListedSo(String ordered, String listed, Verdict verdict) {
        assertThat(order(line("1").costing(ordered))
                        .priceList(item("A-1", "EA", listed, null))
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void whileNewsOfTheCmasWaitsWhatItListsIsUndetermined() {
        assertThat(order(line("1").unit("lot"))
                        .priceListIs(LineListing.ListState.NEWS_WAITING)
                        .verdictOf(rule))
                .isEqualTo(Verdict.UNDETERMINED);
        assertThat(order(line("1").costing("0.00"))
                        .priceListIs(LineListing.ListState.NEWS_WAITING)
                        .verdictOf(rule))
                .isEqualTo(Verdict.UNDETERMINED);
        assertThat(order(line("1"))
                        .priceListIs(LineListing.ListState.NEWS_WAITING)
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aWarningNeverBlocks() {
        assertThat(order(line("1").unit("lot")).askedOf(rule)).noneMatch(Finding::blocking);
    }
}
