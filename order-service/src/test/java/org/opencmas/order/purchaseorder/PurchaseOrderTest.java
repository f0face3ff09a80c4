package org.opencmas.order.purchaseorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencmas.order.purchaseorder.OrderVersion.Act;
import org.opencmas.order.purchaseorder.document.GivenLine;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderDocument.Amendment;
import org.opencmas.order.purchaseorder.history.Acceptance;
import org.opencmas.order.purchaseorder.history.Termination;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.orderbody.OrderBody.Declared;
import org.opencmas.orderbody.OrderBody.PaymentMethod;
import org.opencmas.orderbody.OrderBody.SubOrder;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.terms.Usd;

class PurchaseOrderTest {
    private static final String A = "4-06-78-0031A";
    private static final String B = "4-06-78-0031B";
    private static final String C = "4-99-00-0271A";
    private static final LocalDate ORDERED = LocalDate.parse("2026-03-02");
    private static final Act ACT = new Act(Instant.parse("2026-03-02T18:00:00Z"), "buyer", "r1");

    private static OrderLine line(String id, String number, String price) {
        return GivenLine.of(id).on(number).costing(price).build();
    }

    private static OrderBody content(OrderLine... lines) {
        return new OrderBody(
                UUID.randomUUID(),
                "PO-1",
                ORDERED,
                UUID.randomUUID(),
                null,
                PaymentMethod.INVOICE,
                Usd.of("1.00"),
                Usd.of("2.00"),
                Arrays.asList(lines),
                null,
                List.of(),
                Declared.NOTHING,
                null,
                null,
                null);
    }

    private static PurchaseOrder placed(OrderLine... lines) {
        return PurchaseOrder.place(UUID.randomUUID(), content(lines), false, ACT);
    }

    private static Decision decision(PurchaseOrder order, Decision.Outcome outcome) {
        return new Decision(UUID.randomUUID(), order.orderId(), order.latest().number(), outcome, List.of(), ACT.at());
    }

    private static PurchaseOrder issued(OrderLine... lines) {
        PurchaseOrder order = placed(lines);
        order.decide(decision(order, Decision.Outcome.ISSUE));
        return order;
    }

    private static void amend(PurchaseOrder order, String date, Decision.Outcome outcome, OrderLine... lines) {
        var as = new Amendment(order.nextAmendmentNumber(), LocalDate.parse(date), "why", null);
        order.amend(content(lines), as, false, ACT);
        order.decide(decision(order, outcome));
    }

    private static List<String> groups(PurchaseOrder order) {
        return order.subOrders().stream()
                .map(sub -> "Sub #" + sub.subNumber() + " " + sub.cmasNumber() + " " + sub.subtotalExcludingTax())
                .toList();
    }

    @Test
    @DisplayName("MULTI-GROUP, MULTI-SUBTOTAL-NO-TAX: mixed lines are grouped by agreement with subtotals before tax")
    void linesAreGroupedInOrderOfFirstAppearance() {
        PurchaseOrder order = placed(line("1", B, "10.005"), line("2", A, "5.00"), line("3", B, "1.00"));
        assertThat(groups(order)).containsExactly("Sub #1 " + B + " 11.01", "Sub #2 " + A + " 5.00");
        OrderDocument document = order.latest().document();
        assertThat(document.lines()).extracting(line -> line.ordered().lineId()).containsExactly("1", "3", "2");
        assertThat(document.amounts().subtotalExcludingTax()).hasToString("16.01");
        assertThat(document.amounts().total()).hasToString("19.01");
    }

    @Test
    @DisplayName("MULTI-WORD-CMAS: one agreement prints its number, two or more the word CMAS")
    void theContractNumberIsTheNumberOrTheWord() {
        assertThat(placed(line("1", A, "1.00")).latest().document().terms().contractNumber())
                .isEqualTo(A);
        assertThat(placed(line("1", A, "1.00"), line("2", B, "1.00"))
                        .latest()
                        .document()
                        .terms()
                        .contractNumber())
                .isEqualTo("CMAS");
    }

    @Test
    @DisplayName("MULTI-SUB-SEQUENCE: a new agreement takes the next number, a removed one keeps its own")
    void subNumbersAreKeptForEver() {
        PurchaseOrder order = issued(line("1", A, "1.00"), line("2", B, "2.00"));
        amend(order, "2026-03-03", Decision.Outcome.ISSUE, line("2", B, "2.00"), line("3", C, "3.00"));
        assertThat(groups(order)).containsExactly("Sub #2 " + B + " 2.00", "Sub #3 " + C + " 3.00");
        amend(order, "2026-03-04", Decision.Outcome.ISSUE, line("3", C, "3.00"), line("1", A, "1.00"));
        assertThat(groups(order)).containsExactly("Sub #1 " + A + " 1.00", "Sub #3 " + C + " 3.00");
    }

    @Test
    void aNumberThatAnAmendmentNeverIssuedTookIsFreeAgain() {
        PurchaseOrder order = issued(line("1", A, "1.00"));
        amend(order, "2026-03-03", Decision.Outcome.RETURN, line("1", A, "1.00"), line("2", B, "2.00"));
        amend(order, "2026-03-03", Decision.Outcome.ISSUE, line("1", A, "1.00"), line("2", C, "2.00"));
        assertThat(order.subOrders()).extracting(SubOrder::subNumber).containsExactly(1, 2);
        assertThat(order.standing().document().amendmentNumber()).isEqualTo(1);
    }

    @Test
    @DisplayName("ORD-AMEND-RECHECK: unchanged lines keep their price date, new and changed ones take the amendment's")
    void priceDatesFollowTheLines() {
        PurchaseOrder order = issued(line("1", A, "1.00"), line("2", A, "2.00"));
        amend(
                order,
                "2026-03-05",
                Decision.Outcome.ISSUE,
                line("1", A, "1.000"),
                line("2", A, "2.01"),
                line("3", A, "3.00"));
        assertThat(order.standing().document().lines())
                .extracting(line -> line.pricedOn().toString())
                .containsExactly("2026-03-02", "2026-03-05", "2026-03-05");
    }

    @Test
    void theVersionInForceStaysSoUntilTheAmendmentIsIssued() {
        PurchaseOrder order = issued(line("1", A, "1.00"));
        order.accept(new Acceptance(ORDERED, "clerk"));
        var as = new Amendment(1, ORDERED, "why", null);
        order.amend(content(line("1", A, "9.00")), as, false, ACT);
        assertThat(order.state()).isEqualTo(OrderState.ACCEPTED);
        assertThat(order.standing().number()).isEqualTo(1);
        assertThatThrownBy(() -> order.amend(content(line("1", A, "8.00")), as, false, ACT))
                .isInstanceOf(AmendmentOpen.class);
        order.decide(decision(order, Decision.Outcome.ISSUE));
        assertThat(order.state()).isEqualTo(OrderState.AMENDED);
        assertThat(order.standing().number()).isEqualTo(2);
    }

    @Test
    void aStaleDecisionIsNotAwaited() {
        PurchaseOrder order = placed(line("1", A, "1.00"));
        Decision first = decision(order, Decision.Outcome.RETURN);
        assertThat(order.awaits(first)).isTrue();
        order.decide(first);
        assertThat(order.awaits(first)).isFalse();
        order.revise(content(line("1", A, "0.99")), Amendment.NONE, false, ACT);
        assertThat(order.awaits(first)).isFalse();
        assertThat(order.awaits(decision(order, Decision.Outcome.ISSUE))).isTrue();
    }

    @Test
    void aTerminatedOrderAwaitsNothingMore() {
        PurchaseOrder order = issued(line("1", A, "1.00"));
        order.amend(content(line("1", A, "9.00")), new Amendment(1, ORDERED, "why", null), false, ACT);
        order.terminate(termination());
        assertThat(order.awaits(decision(order, Decision.Outcome.ISSUE))).isFalse();
        assertThat(order.openAmendment()).isEmpty();
    }

    private static Termination termination() {
        return new Termination(Termination.Ground.FUNDING, ORDERED, "why", "buyer", List.of(), null);
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "SUBMITTED", "RETURNED"})
    void anOpenAmendmentLapsesWithItsOrderAndCanNeitherBeSentNorRevised(OrderState open) {
        PurchaseOrder order = issued(line("1", A, "1.00"));
        var as = new Amendment(1, ORDERED, "why", null);
        order.amend(content(line("1", A, "9.00")), as, open == OrderState.DRAFT, ACT);
        if (open == OrderState.RETURNED) {
            order.decide(decision(order, Decision.Outcome.RETURN));
        }
        assertThat(order.latest().state()).isEqualTo(open);

        OrderChange ended = order.terminate(termination());

        assertThat(ended.details().get("lapsedAmendment")).isEqualTo(new Termination.LapsedAmendment(1, 2));
        assertThat(order.latest().state()).isEqualTo(OrderState.LAPSED);
        assertThat(order.standing().state()).isEqualTo(OrderState.TERMINATED);
        assertThat(order.allowedOn(order.latest())).isEmpty();
        assertThatThrownBy(() -> order.submit(ACT))
                .isInstanceOf(ActNotAllowed.class)
                .hasMessageContaining("TERMINATED");
        assertThatThrownBy(() -> order.revise(content(line("1", A, "8.00")), as, false, ACT))
                .isInstanceOf(ActNotAllowed.class);
    }

    @Test
    void whatMayBeDoneIsSaidOfTheVersionsThatCountOnly() {
        PurchaseOrder order = placed(line("1", A, "1.00"));
        order.decide(decision(order, Decision.Outcome.RETURN));
        OrderVersion first = order.latest();
        assertThat(order.allowedOn(first)).containsExactly(OrderAct.REVISE);
        order.revise(content(line("1", A, "2.00")), Amendment.NONE, false, ACT);
        assertThat(order.allowedOn(first)).isEmpty();
        order.decide(decision(order, Decision.Outcome.ISSUE));
        order.amend(content(line("1", A, "9.00")), new Amendment(1, ORDERED, "why", null), false, ACT);
        assertThat(order.allowedOn(order.standing()))
                .containsExactly(OrderAct.ACCEPT, OrderAct.REJECT, OrderAct.TERMINATE, OrderAct.STOP_WORK);
        order.decide(decision(order, Decision.Outcome.RETURN));
        assertThat(order.allowedOn(order.standing()))
                .containsExactly(
                        OrderAct.ACCEPT, OrderAct.REJECT, OrderAct.AMEND, OrderAct.TERMINATE, OrderAct.STOP_WORK);
        assertThat(order.allowedOn(order.latest())).containsExactly(OrderAct.REVISE);
    }

    @Test
    void everyActCounts() {
        PurchaseOrder order = issued(line("1", A, "1.00"));
        assertThat(order.version()).isEqualTo(2);
        order.accept(new Acceptance(ORDERED, "clerk"));
        assertThat(order.version()).isEqualTo(3);
    }
}
