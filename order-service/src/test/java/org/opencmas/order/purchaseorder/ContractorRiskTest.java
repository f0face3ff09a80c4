package org.opencmas.order.purchaseorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.account.Documents;
import org.opencmas.order.purchaseorder.OrderVersion.Act;
import org.opencmas.order.purchaseorder.document.ContractorAgreement;
import org.opencmas.order.purchaseorder.document.GivenLine;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderDocument.Amendment;
import org.opencmas.orderbody.LineKind;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.orderbody.delivery.Delivery;
import org.opencmas.orderbody.procurement.Procurement;
import org.opencmas.orderbody.procurement.Procurement.Clauses;
import org.opencmas.orderbody.procurement.Procurement.Placed;
import org.opencmas.problem.Fault;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.terms.Usd;

@DisplayName(
        "ORD-TERM-NEGOTIATED: the contractor need not accept increased risk, so it agrees before an amendment puts more on it")
class ContractorRiskTest {
    private static final Act ACT = new Act(Instant.parse("2026-03-02T18:00:00Z"), "buyer", "r1");
    private static final LocalDate DUE = LocalDate.parse("2026-06-30");

    private static OrderBody body(
            @Nullable Delivery delivery, @Nullable Clauses clauses, String quantity, String... prices) {
        List<OrderLine> lines = new ArrayList<>();
        for (String price : prices) {
            lines.add(Documents.line(Integer.toString(lines.size() + 1), quantity, price, LineKind.GOODS));
        }
        return new OrderBody(
                new UUID(1, 1),
                "PO-1",
                LocalDate.parse("2026-03-02"),
                new UUID(2, 2),
                null,
                OrderBody.PaymentMethod.INVOICE,
                Usd.ZERO,
                Usd.ZERO,
                lines,
                null,
                List.of(),
                OrderBody.Declared.NOTHING,
                delivery,
                clauses == null ? null : new Procurement(null, null, null, null, null, clauses),
                null);
    }

    private static OrderDocument document(OrderBody body) {
        return PurchaseOrder.place(UUID.randomUUID(), body, false, ACT).latest().document();
    }

    private static String places(OrderBody accepted, OrderBody amended) {
        return ContractorRisk.increasedBy(document(amended), document(accepted)).stream()
                .map(Fault::pointer)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "accepted at {0}, amended to {1}: {2}")
    @CsvSource({
        "10.00, 10.00, ''",
        "10.00, 10.01, ''",
        "10.00, 9.99, /lines/0/unitPrice",
        "10, 9.999999, /lines/0/unitPrice"
    })
    void aLowerPriceIsMore(String before, String after, String places) {
        assertThat(places(body(null, null, "2", before), body(null, null, "2", after)))
                .isEqualTo(places);
    }

    private static OrderLine line(String id, String item, String unit, String price) {
        return GivenLine.of(id)
                .item(item.equals("-") ? null : item)
                .described("An item")
                .unit(unit)
                .quantity(new BigDecimal("2"))
                .costing(price)
                .build();
    }

    private static OrderDocument document(String lines) {
        return Documents.of(
                "0.00",
                "0.00",
                Arrays.stream(lines.split(";"))
                        .map(line -> line.strip().split(" "))
                        .map(words -> line(words[0], words[1], words[2], words[3]))
                        .toList());
    }

    /** A line is its id, item, unit and price. */
    @ParameterizedTest(name = "accepted {0}, amended to {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            10 A Hour 106.33                   | 11 A Hour 90.00                    | /lines/0/unitPrice
            10 A Hour 106.33                   | 11 A Hour 106.33                   | ''
            10 A Hour 106.33                   | 11 a hour 106.34                   | ''
            10 A Hour 106.33                   | 11 - Hour 90.00                    | /lines/0/unitPrice
            10 - Hour 106.33                   | 11 A Hour 90.00                    | /lines/0/unitPrice
            10 A Hour 106.33                   | 10 A Hour 106.33; 11 A Hour 90.00  | /lines/1/unitPrice
            10 A Hour 106.33                   | 10 B Hour 200.00; 11 A Hour 90.00  | /lines/1/unitPrice
            10 A Hour 106.33                   | 10 A Hour 106.33; 11 B Hour 1.00   | ''
            10 A Hour 106.33                   | 10 A Day 106.33                    | /lines/0/unit
            10 A Hour 106.33                   | 11 A Day 800.00                    | /lines/0/unit
            10 A Hour 106.33                   | 10 A HOUR 106.33                   | ''
            10 A Hour 106.33; 20 A Hour 90.00  | 1 A Hour 90.00; 2 A Hour 106.33    | ''
            10 A Hour 106.33; 20 A Hour 90.00  | 20 A Hour 90.00; 21 A Hour 95.00   | /lines/1/unitPrice
            10 A Hour 106.33; 20 A Hour 90.00  | 1 A Hour 90.00; 2 A Hour 106.32    | /lines/1/unitPrice
            """)
    void anItemGoesOnUnderAnotherLineId(String before, String after, String places) {
        assertThat(ContractorRisk.increasedBy(document(after), document(before)).stream()
                        .map(Fault::pointer)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(places);
    }

    @ParameterizedTest(name = "due {0} days later: {1}")
    @CsvSource({"1, ''", "0, ''", "-1, /delivery/deliverBy /delivery/servicesThrough"})
    void anEarlierDayIsMore(int days, String places) {
        OrderBody before = body(new Delivery(DUE, null, DUE), null, "2", "10.00");
        OrderBody after = body(new Delivery(DUE.plusDays(days), null, DUE.plusDays(days)), null, "2", "10.00");
        assertThat(places(before, after)).isEqualTo(places);
    }

    @Test
    void aDayWhereThereWasNoneIsMoreAndNoDayAnyMoreIsNot() {
        OrderBody without = body(null, null, "2", "10.00");
        OrderBody with = body(new Delivery(DUE, null, null), null, "2", "10.00");
        assertThat(places(without, with)).isEqualTo("/delivery/deliverBy");
        assertThat(places(with, without)).isEmpty();
    }

    @Test
    void aClauseThatTheOrderDidNotHaveIsMore() {
        OrderBody without = body(null, new Clauses(new Placed(true, false), null), "2", "10.00");
        OrderBody with = body(null, new Clauses(new Placed(true, true), new Placed(false, true)), "2", "10.00");
        assertThat(places(without, with))
                .isEqualTo("/procurement/clauses/liquidatedDamages /procurement/clauses/acceptanceTesting");
        assertThat(places(with, with)).isEmpty();
        assertThat(places(with, without)).isEmpty();
    }

    @Test
    void moreOfALineAndFurtherLinesAreAcceptedWithTheAmendedOrder() {
        assertThat(places(body(null, null, "2", "10.00"), body(null, null, "3", "10.00", "1.00")))
                .isEmpty();
    }

    @Test
    void withoutAnAcceptanceThereIsNothingToAgreeTo() {
        assertThat(ContractorRisk.increasedBy(document(body(null, null, "1", "1.00")), null))
                .isEmpty();
    }

    @Test
    void theOrderDoesNotTakeSuchAnAmendmentWithoutTheAgreement() {
        PurchaseOrder order = PurchaseOrder.place(UUID.randomUUID(), body(null, null, "1", "10.00"), false, ACT);
        order.decide(new Decision(UUID.randomUUID(), order.orderId(), 1, Decision.Outcome.ISSUE, List.of(), ACT.at()));
        OrderDocument accepted = order.latest().document();
        order.amend(body(null, null, "1", "9.00"), amendment(null), true, ACT);
        assertThatThrownBy(() -> order.requireContractorAgreement(accepted))
                .isInstanceOfSatisfying(
                        RefusedByRule.class,
                        refused -> assertThat(refused.slug()).isEqualTo("contractor-agreement-needed"));
        order.requireContractorAgreement(null);
        order.revise(
                body(null, null, "1", "9.00"),
                amendment(new ContractorAgreement("C. Clerk", LocalDate.parse("2026-03-04"), null)),
                true,
                ACT);
        order.requireContractorAgreement(accepted);
        assertThat(order.latest().document().amounts().subtotalExcludingTax().amount())
                .isEqualByComparingTo(new BigDecimal("9.00"));
    }

    private static Amendment amendment(@Nullable ContractorAgreement agreement) {
        return new Amendment(1, LocalDate.parse("2026-03-05"), "cheaper", null, null, agreement);
    }
}
