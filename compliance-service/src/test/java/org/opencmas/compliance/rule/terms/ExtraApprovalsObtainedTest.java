package org.opencmas.compliance.rule.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
import static org.opencmas.compliance.rule.purchaseorder.Given.ORDER_DATE;
import static org.opencmas.compliance.rule.purchaseorder.Given.SECOND;
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
import org.opencmas.compliance.rule.purchaseorder.GivenProcurement;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.CopyItem;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.ExtraApproval;

@DisplayName(
        "ORD-EXTRA-APPROVALS: the approvals, forms and filings that the CMAS asks for are there on the day of the order")
class ExtraApprovalsObtainedTest {
    private final Rule<OrderFacts> rule = new ExtraApprovalsObtained();

    private static GivenProcurement copy(List<CopyItem> checked, List<ExtraApproval> approvals) {
        return way().copy(CMAS, 0, ORDER_DATE, checked, approvals, null);
    }

    @ParameterizedTest(name = "obtained {0}, order of 2026-03-02 → {1}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        2026-03-02, PASS
        2026-03-03, NEEDS_ATTESTATION
        -,          NEEDS_ATTESTATION
        """)
    void boundaries(LocalDate on, Verdict verdict) {
        Finding finding = order(line("1"))
                .told(copy(List.of(), List.of(new ExtraApproval("fire marshal", on))))
                .askedOf(rule)
                .getFirst();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isFalse();
    }

    @Test
    void noneIsTheWordOfWhoReadTheCopy() {
        assertThat(order(line("1")).told(copy(List.of(), List.of())).verdictOf(rule))
                .isEqualTo(Verdict.PASS);
        assertThat(order(line("1"))
                        .told(copy(List.of(CopyItem.EXTRA_APPROVALS), null))
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
        assertThat(order(line("1")).told(copy(List.of(CopyItem.PRICES), null)).verdictOf(rule))
                .isEqualTo(Verdict.NEEDS_ATTESTATION);
    }

    @Test
    void eachCmasIsAskedAboutOnItsOwn() {
        assertThat(order(line("1"), line("2").on(SECOND))
                        .told(copy(List.of(), List.of()))
                        .askedOf(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.NEEDS_ATTESTATION);
                    assertThat(finding.lineIds()).containsExactly("2");
                });
        assertThat(order(line("1"), line("2").on(SECOND))
                        .told(copy(List.of(), List.of()).copy(SECOND, 0, ORDER_DATE, List.of(), List.of(), null))
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void withoutACopyAnotherRuleAsks() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
