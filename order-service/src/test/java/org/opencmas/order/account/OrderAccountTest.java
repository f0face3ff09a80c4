package org.opencmas.order.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.account.terms.ProgressTerms;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.orderbody.LineKind;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.orderbody.particulars.Particulars;
import org.opencmas.orderbody.particulars.Particulars.AdvanceBasis;
import org.opencmas.terms.Usd;

@DisplayName("What may be paid on an order")
class OrderAccountTest {
    private static final OrderDocument OF_120000 = Documents.of("0.00", "0.00", "120000.00");
    private static final OrderDocument IT_OF_120000 = it("120000.00");

    @DisplayName(
            "PP-IT-SPECIAL, PP-WITHHOLD-BASE: of 120,000.00 at least 12,000.00 is withheld and at most 108,000.00 paid before acceptance")
    @ParameterizedTest(name = "paid {0}, withheld {1}; then {2} and {3}: {4}")
    @CsvSource(textBlock = """
            0.00,     0.00,     108000.00, 12000.00, true
            0.00,     0.00,     108000.01, 12000.01, false
            0.00,     0.00,     108000.00, 11999.99, false
            0.00,     0.00,     45000.00,  5000.00,  true
            0.00,     0.00,     45000.00,  4999.99,  false
            0.00,     0.00,     0.01,      0.00,     false
            90000.00, 10000.00, 18000.00,  2000.00,  true
            90000.00, 10000.00, 18000.01,  2000.00,  false
            """)
    void tenPercentStaysWithheld(String paid, String withheld, String amount, String kept, boolean allowed) {
        OrderAccount account =
                Documents.account(IT_OF_120000, Documents.terms(ProgressTerms.Kind.IT_SPECIAL), paid, withheld);
        assertThat(account.mayBePaid()).isEqualTo(Usd.of("108000.00"));
        assertThat(account.leastWithheldOfPrice()).isEqualTo(Usd.of("12000.00"));
        assertAllows(account, amount, kept, "0.00", allowed);
    }

    @DisplayName("PP-GOODS-SPECIAL: special goods of 120,000.00 ask a performance bond of at least 60,000.00")
    @ParameterizedTest(name = "a bond of {0}: {1}")
    @CsvSource({"59999.99, false", "60000.00, true"})
    void halfIsSecuredByABond(String bond, boolean allowed) {
        OrderAccount bare =
                Documents.account(OF_120000, Documents.terms(ProgressTerms.Kind.GOODS_SPECIAL), "0.00", "0.00");
        var account = new OrderAccount(
                bare.documents(),
                Map.of(),
                List.of(),
                Set.of(),
                false,
                bare.terms(),
                Documents.bonds(bond, "0.00"),
                bare.paid(),
                bare.withheld());
        assertAllows(account, "900.00", "100.00", "0.00", allowed);
    }

    @DisplayName(
            "PP-NONIT-SERVICES: what is withheld on a task is released when it is complete, if it is separate and distinct")
    @ParameterizedTest(name = "distinct {0}, complete {1}: {2} may be paid")
    @CsvSource({
        "true,  true,  93000.00",
        "true,  false, 90000.00",
        "false, true,  90000.00",
    })
    void aTaskIsReleased(boolean distinct, boolean complete, String mayBePaid) {
        OrderAccount bare = Documents.account(
                Documents.of("0.00", "0.00", List.of(Documents.line("1", "1", "100000.00", LineKind.SERVICES))),
                Documents.terms(
                        ProgressTerms.Kind.NON_IT_SERVICES,
                        new ProgressTerms.Task("T1", Usd.of("30000.00"), distinct, "A. Person")),
                "27000.00",
                "3000.00");
        OrderAccount account = bare.withReceived(Map.of(), complete ? Set.of("t1") : Set.of(), false);
        assertThat(account.mayBePaid()).isEqualTo(Usd.of(mayBePaid));
        assertAllows(account, "3000.00", "0.00", "3000.00", distinct && complete);
        assertAllows(account, "3000.01", "0.00", "3000.00", false);
    }

    @DisplayName("PP-IT-RISK: a risk decision lowers the share, at ten million dollars to 5% at the least")
    @ParameterizedTest(name = "3% of {0}, figures kept from {1} on {2}: {3} may be paid")
    @CsvSource({
        "9999999.99,              ,     , 9699999.99",
        "10000000.00,             ,     , 9500000.00",
        "9999999.99,  10000000.00, 0.05, 9699999.99",
        "10000000.00, 10000000.00, 0.05, 9500000.00",
        "499.99,      500.00,      0.08, 484.99",
        "500.00,      500.00,      0.08, 460.00",
    })
    void aRiskDecisionLowersTheShare(
            String price, @Nullable String largePrice, @Nullable String leastShare, String mayBePaid) {
        var terms = new ProgressTerms(
                ProgressTerms.Kind.IT_SPECIAL,
                new BigDecimal("0.03"),
                new ProgressTerms.RiskDecision("A. Person", java.time.LocalDate.parse("2025-01-02"), "file 7"),
                List.of(),
                null,
                null,
                largePrice == null
                        ? null
                        : new ProgressTerms.Figures(
                                Usd.of(largePrice),
                                new BigDecimal(Objects.requireNonNull(leastShare)),
                                new BigDecimal("0.50")),
                "erp");
        OrderAccount account = Documents.account(it(price), terms, "0.00", "0.00");
        assertThat(account.mayBePaid()).isEqualTo(Usd.of(mayBePaid));
    }

    @Test
    void whatWasNotAcceptedIsNotPaid() {
        OrderAccount account =
                Documents.account(Documents.of("10.00", "5.00", "100.00", "50.00"), null, "0.00", "0.00");
        assertThat(account.mayBePaid()).isEqualTo(Usd.ZERO);
        OrderAccount half = Documents.accepted(account, Map.of("1", new BigDecimal("0.5")), false);
        assertThat(half.mayBePaid())
                .as("50.00 with the order's tax and freight")
                .isEqualTo(Usd.of("65.00"));
        OrderAccount more = Documents.accepted(account, Map.of("1", new BigDecimal("7"), "2", BigDecimal.ONE), false);
        assertThat(more.mayBePaid()).as("never more than the order").isEqualTo(Usd.of("165.00"));
    }

    @Test
    void anAmendmentThatWaitsAllowsNoMoreThanItWouldAfterwards() {
        OrderDocument now = Documents.of("0.00", "0.00", "100.00");
        OrderDocument amended = Documents.of("0.00", "0.00", "60.00");
        var account = new OrderAccount(
                List.of(now, amended),
                Map.of("1", BigDecimal.ONE),
                List.of(),
                Set.of(),
                false,
                null,
                Documents.bonds("0.00", "0.00"),
                Usd.of("60.00"),
                Usd.ZERO);
        assertThat(account.mayBePaid()).isEqualTo(Usd.of("60.00"));
        assertAllows(account, "0.01", "0.00", "0.00", false);
    }

    @Test
    void finalAcceptanceEndsWithholding() {
        OrderAccount account = Documents.accepted(
                Documents.account(
                        IT_OF_120000, Documents.terms(ProgressTerms.Kind.IT_SPECIAL), "108000.00", "12000.00"),
                Map.of("1", BigDecimal.ONE),
                true);
        assertAllows(account, "12000.00", "0.00", "12000.00", true);
        assertAllows(account, "12000.01", "0.00", "12000.00", false);
    }

    private static void assertAllows(OrderAccount account, String amount, String kept, String freed, boolean allowed) {
        if (allowed) {
            assertThatCode(() -> account.requireAllows(Usd.of(amount), Usd.of(kept), Usd.of(freed)))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> account.requireAllows(Usd.of(amount), Usd.of(kept), Usd.of(freed)))
                    .isInstanceOf(PaymentBeyond.class);
        }
    }

    private static OrderDocument it(String price) {
        return Documents.of(
                "0.00", "0.00", List.of(Documents.line("1", "3-16-70-3298A", "1", price, LineKind.SERVICES)));
    }

    @DisplayName(
            "PP-IT-SPECIAL, PP-GOODS-SPECIAL, PP-NONIT-SERVICES: terms let a part be paid before acceptance only of what they are for")
    @ParameterizedTest(name = "{0} on lines of {1}: {2} of 200.00 may be paid")
    @CsvSource({
        "IT_SPECIAL,      3 GOODS 3 SERVICES,    180.00",
        "IT_SPECIAL,      3 GOODS 4 GOODS,       0.00",
        "IT_SPECIAL,      4 GOODS 4 SERVICES,    0.00",
        "GOODS_SPECIAL,   4 GOODS 4 SERVICES,    180.00",
        "GOODS_SPECIAL,   4 SOFTWARE 4 TRAVEL,   180.00",
        "GOODS_SPECIAL,   4 SERVICES 4 SERVICES, 0.00",
        "GOODS_SPECIAL,   4 GOODS 3 GOODS,       0.00",
        "NON_IT_SERVICES, 4 SERVICES 4 TRAVEL,   180.00",
        "NON_IT_SERVICES, 4 SERVICES 4 GOODS,    0.00",
        "NON_IT_SERVICES, 4 SERVICES 4 SOFTWARE, 0.00",
        "NON_IT_SERVICES, 4 TRAVEL 4 TRAVEL,     0.00",
        "NON_IT_SERVICES, 3 SERVICES 3 SERVICES, 0.00",
    })
    void termsAreForWhatTheOrderBuys(ProgressTerms.Kind kind, String lines, String mayBePaid) {
        String[] said = lines.split(" ");
        List<OrderLine> bought = List.of(bought("1", said[0], said[1]), bought("2", said[2], said[3]));
        OrderAccount account =
                Documents.account(Documents.of("0.00", "0.00", bought), Documents.terms(kind), "0.00", "0.00");
        assertThat(account.mayBePaid()).isEqualTo(Usd.of(mayBePaid));
    }

    private static OrderLine bought(String lineId, String category, String kind) {
        return Documents.line(
                lineId,
                category.equals("3") ? "3-16-70-3298A" : "4-06-78-0031A",
                "1",
                "100.00",
                LineKind.valueOf(kind));
    }

    @DisplayName(
            "PAY-ADVANCE-NONE, PAY-ADVANCE-SUBSCRIPTION, PAY-ADVANCE-WARRANTY, PAY-ADVANCE-GC11019: what is billed in advance counts as far as the order says so")
    @ParameterizedTest(name = "{0} {1} billed as {2}, the order says {3}: {4}")
    @CsvSource({
        "4, SERVICES, WARRANTY,     ,             0.00",
        "4, SERVICES, WARRANTY,     GC_11019,     0.00",
        "4, SERVICES, WARRANTY,     WARRANTY,     60.00",
        "4, SERVICES, GC_11019,     GC_11019,     60.00",
        "4, SOFTWARE, GC_11019,     GC_11019,     0.00",
        "4, SERVICES, SUBSCRIPTION, SUBSCRIPTION, 0.00",
        "3, SERVICES, SUBSCRIPTION, SUBSCRIPTION, 60.00",
        "4, SOFTWARE, SUBSCRIPTION, SUBSCRIPTION, 60.00",
        "4, SOFTWARE, SUBSCRIPTION, ,             0.00",
        "4, GOODS,    WARRANTY,     WARRANTY,     0.00",
        "4, TRAVEL,   GC_11019,     GC_11019,     0.00",
    })
    void whatIsPaidInAdvanceStandsOnTheOrder(
            String category, String kind, AdvanceBasis billed, @Nullable AdvanceBasis said, String mayBePaid) {
        OrderDocument document = Documents.of(
                "0.00",
                "0.00",
                List.of(bought("1", category, kind)),
                said == null ? null : Documents.inAdvance(said, "1"));
        var account = new OrderAccount(
                List.of(document),
                Map.of(),
                List.of(new OrderAccount.Advance("1", billed, Usd.of("60.00"))),
                Set.of(),
                false,
                null,
                Documents.bonds("0.00", "0.00"),
                Usd.ZERO,
                Usd.ZERO);
        assertThat(account.mayBePaid()).isEqualTo(Usd.of(mayBePaid));
    }

    @Test
    @DisplayName(
            "A reading: what is traded in lowers what is paid in money, of the whole order and of progress payments")
    void whatIsTradedInIsNotPaidInMoney() {
        var traded =
                new Particulars(null, null, null, List.of(new Particulars.TradeIn("Mower", Usd.of("40.00"))), null);
        OrderDocument document =
                Documents.of("10.00", "5.00", List.of(Documents.line("1", "10", "10.00", LineKind.GOODS)), traded);
        OrderAccount account = Documents.account(document, null, "0.00", "0.00");
        assertThat(Documents.accepted(account, Map.of("1", new BigDecimal("5")), false)
                        .mayBePaid())
                .isEqualTo(Usd.of("65.00"));
        assertThat(Documents.accepted(account, Map.of("1", new BigDecimal("7")), false)
                        .mayBePaid())
                .isEqualTo(Usd.of("75.00"));
        assertThat(Documents.accepted(account, Map.of("1", BigDecimal.TEN), false)
                        .mayBePaid())
                .isEqualTo(Usd.of("75.00"));
        assertThat(Documents.account(document, Documents.terms(ProgressTerms.Kind.GOODS_SPECIAL), "0.00", "0.00")
                        .mayBePaid())
                .isEqualTo(Usd.of("54.00"));
    }
}
