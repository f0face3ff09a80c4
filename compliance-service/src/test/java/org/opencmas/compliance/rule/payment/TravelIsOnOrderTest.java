package org.opencmas.compliance.rule.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.invoice.GivenInvoice.invoice;
import static org.opencmas.compliance.rule.invoice.GivenInvoice.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.BilledLine;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.invoice.LineType;
import org.opencmas.compliance.rule.invoice.OrderTerms;
import org.opencmas.compliance.rule.invoice.OrderTerms.OrderedTravel;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.terms.Usd;

@DisplayName("ORD-TRAVEL-IN-PO: travel is paid only as the order has it")
class TravelIsOnOrderTest {
    private final Rule<InvoiceFacts> rule = new TravelIsOnOrder();

    @ParameterizedTest(name = "ordered 850.00, billed before {0}, now {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        0.00,   850.00, PASS
        0.00,   850.01, FAIL
        350.00, 500.00, PASS
        350.00, 500.01, FAIL
        """)
    void boundaries(String before, String now, Verdict verdict) {
        assertThat(invoice(travel("1", now, "T1")).of(travelOf(before)).verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void twoLinesForOneOrderLineCountTogether() {
        assertThat(invoice(travel("1", "500.00", "T1"), travel("2", "350.01", "T1"))
                        .of(travelOf("0.00"))
                        .askedOf(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.lineIds()).containsExactly("2");
                    assertThat(finding.numbers()).containsEntry("excess", "0.01");
                });
    }

    @Test
    void noLineIsToBeLoweredByMoreThanItBills() {
        assertThat(invoice(travel("1", "850.01", "T1"), travel("2", "1.00", "T1"))
                        .of(travelOf("0.00"))
                        .askedOf(rule))
                .extracting(finding -> finding.numbers().get("excess"))
                .containsExactly("0.01", "1.00");
        assertThat(invoice(travel("1", "5.00", "T1")).of(travelOf("900.00")).askedOf(rule))
                .extracting(finding -> finding.numbers().get("excess"))
                .containsExactly("5.00");
    }

    @Test
    void anOrderLineIsTheSameHoweverItIsWritten() {
        assertThat(invoice(travel("1", "850.00", "t1")).of(travelOf("0.00")).verdictOf(rule))
                .isEqualTo(Verdict.PASS);
        assertThat(invoice(travel("1", "500.00", "T1"), travel("2", "350.01", "t1"))
                        .of(travelOf("0.00"))
                        .verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void travelThatIsNotOnTheOrderIsRefused() {
        assertThat(invoice(travel("1", "1.00", "T2")).of(travelOf("0.00")).verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
        assertThat(invoice(travel("1", "1.00", null)).of(travelOf("0.00")).verdictOf(rule))
                .isEqualTo(Verdict.FAIL);
        assertThat(invoice(travel("1", "1.00", "T1")).verdictOf(rule)).isEqualTo(Verdict.UNDETERMINED);
        assertThat(invoice(line("1", LineType.GOODS, "1.00")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private static BilledLine travel(String id, String amount, @Nullable String orderLineId) {
        return new BilledLine(id, LineType.TRAVEL, Usd.of(amount), null, null, orderLineId, null);
    }

    private static OrderTerms travelOf(String before) {
        return new OrderTerms(
                null, null, null, null, null, null, List.of(new OrderedTravel("T1", Usd.of("850.00"), Usd.of(before))));
    }
}
