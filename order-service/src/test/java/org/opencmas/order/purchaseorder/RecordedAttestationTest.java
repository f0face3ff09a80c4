package org.opencmas.order.purchaseorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.purchaseorder.OrderVersion.Act;
import org.opencmas.order.purchaseorder.document.GivenLine;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderDocument.Amendment;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.document.RecordedAttestation;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.orderbody.OrderBody.Attestation;
import org.opencmas.orderbody.OrderBody.Declared;
import org.opencmas.orderbody.OrderBody.PaymentMethod;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.terms.Usd;

@DisplayName("An attestation is recorded with what it was made for, and never spreads to lines added later")
class RecordedAttestationTest {
    private static final LocalDate ORDERED = LocalDate.parse("2026-03-02");
    private static final Act ACT = new Act(Instant.parse("2026-03-02T18:00:00Z"), "erp", "r1");
    private static final Amendment FIRST = new Amendment(1, LocalDate.parse("2026-03-05"), "why", null);
    private static final Attestation ON_NO_LINE = attestation(null, "erp-1");
    private static final Attestation SENT_AGAIN = attestation(null, "erp-2");

    private static Attestation attestation(@Nullable List<String> lineIds, @Nullable String recordedBy) {
        return new Attestation(
                "NSP-BEST-VALUE", "Nothing else fits.", "P. Buyer", ORDERED, "memo 17", lineIds, recordedBy);
    }

    private static OrderLine line(String id, String price) {
        return GivenLine.of(id).costing(price).build();
    }

    private static OrderBody content(Attestation attestation, OrderLine... lines) {
        return new OrderBody(
                UUID.randomUUID(),
                "PO-1",
                ORDERED,
                UUID.randomUUID(),
                null,
                PaymentMethod.INVOICE,
                Usd.ZERO,
                Usd.ZERO,
                List.of(lines),
                null,
                List.of(attestation),
                Declared.NOTHING,
                null,
                null,
                null);
    }

    private static PurchaseOrder placed(Attestation attestation, OrderLine... lines) {
        return PurchaseOrder.place(UUID.randomUUID(), content(attestation, lines), false, ACT);
    }

    private static void decide(PurchaseOrder order, Decision.Outcome outcome) {
        order.decide(new Decision(
                UUID.randomUUID(), order.orderId(), order.latest().number(), outcome, List.of(), ACT.at()));
    }

    private static RecordedAttestation recorded(PurchaseOrder order) {
        return order.latest().document().attestations().getFirst();
    }

    @Test
    void aNewOneIsForTheVersionItCameWithAndNamesWhoSentIt() {
        RecordedAttestation recorded = recorded(placed(ON_NO_LINE, line("1", "1.00")));
        assertThat(recorded).isEqualTo(new RecordedAttestation(ON_NO_LINE, 1));
        Attestation onLine2 = attestation(List.of("2"), "erp-1");
        assertThat(recorded(placed(onLine2, line("1", "1.00"), line("2", "1.00"))))
                .isEqualTo(new RecordedAttestation(onLine2, 1));
    }

    @Test
    void oneThatIsSentAgainWithAnAmendmentStaysForTheVersionItWasMadeFor() {
        PurchaseOrder order = placed(ON_NO_LINE, line("1", "1.00"));
        decide(order, Decision.Outcome.ISSUE);
        order.amend(content(SENT_AGAIN, line("1", "1.00"), line("2", "9.00")), FIRST, false, ACT);
        assertThat(recorded(order)).isEqualTo(new RecordedAttestation(ON_NO_LINE, 1));

        decide(order, Decision.Outcome.RETURN);
        order.revise(content(SENT_AGAIN, line("1", "1.00"), line("2", "8.00")), FIRST, false, ACT);
        assertThat(recorded(order)).isEqualTo(new RecordedAttestation(ON_NO_LINE, 1));
    }

    @Test
    void anAmendmentIsAttestedAnew() {
        PurchaseOrder order = placed(ON_NO_LINE, line("1", "1.00"));
        decide(order, Decision.Outcome.ISSUE);
        Attestation anew =
                new Attestation("NSP-BEST-VALUE", "Still so.", "P. Buyer", FIRST.amendmentDate(), null, null, null);
        order.amend(content(anew, line("1", "1.00"), line("2", "9.00")), FIRST, false, ACT);
        assertThat(recorded(order)).isEqualTo(new RecordedAttestation(anew, 2));
    }

    @Test
    void inAnOrderMendedBeforeItsIssueItGoesOnForTheLinesThatSayTheSame() {
        PurchaseOrder order = placed(ON_NO_LINE, line("1", "1.00"), line("2", "2.00"));
        decide(order, Decision.Outcome.RETURN);
        order.revise(content(SENT_AGAIN, line("1", "1.00"), line("2", "2.00")), Amendment.NONE, false, ACT);
        assertThat(recorded(order)).isEqualTo(new RecordedAttestation(ON_NO_LINE, 2));

        decide(order, Decision.Outcome.RETURN);
        order.revise(
                content(SENT_AGAIN, line("1", "1.00"), line("2", "2.01"), line("3", "3.00")),
                Amendment.NONE,
                false,
                ACT);
        assertThat(recorded(order)).isEqualTo(new RecordedAttestation(attestation(List.of("1"), "erp-1"), 3));
    }

    @Test
    void whenNoneOfItsLinesIsLeftItStaysForTheVersionItWasMadeFor() {
        PurchaseOrder order = placed(ON_NO_LINE, line("1", "1.00"));
        decide(order, Decision.Outcome.RETURN);
        order.revise(content(SENT_AGAIN, line("1", "900.00")), Amendment.NONE, false, ACT);
        assertThat(recorded(order)).isEqualTo(new RecordedAttestation(ON_NO_LINE, 1));
    }

    @Test
    void oneStoredBeforeThisWasRecordedWasMadeForItsDocument() {
        OrderDocument now = placed(ON_NO_LINE, line("1", "1.00")).latest().document();
        String stored = OrderJson.write(now).replace(",\"recordedBy\":\"erp-1\",\"documentVersion\":1", "");
        OrderDocument old = OrderJson.read(stored, OrderDocument.class);
        Attestation said = attestation(null, null);
        assertThat(old.attestations()).containsExactly(new RecordedAttestation(said, null));
        var earlier = new RecordedAttestation.Earlier(null, old);
        assertThat(RecordedAttestation.all(content(SENT_AGAIN, line("2", "9.00")), 2, earlier))
                .containsExactly(new RecordedAttestation(said, 1));
    }
}
