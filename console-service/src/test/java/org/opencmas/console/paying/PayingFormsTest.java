package org.opencmas.console.paying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.client.Bills;
import org.opencmas.console.client.Orders;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.fault.ServiceProblem.Fault;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;

class PayingFormsTest {
    private static final List<Orders.Line> ORDERED =
            List.of(line("10", "GOODS"), line("20", "SERVICES"), line("30", "GOODS"));
    private static final List<Orders.TradeIn> TRADED = List.of(
            new Orders.TradeIn("Copier, serial 77-1", new BigDecimal("500.00")),
            new Orders.TradeIn("Copier, serial 77-2", new BigDecimal("250.00")));

    @Test
    @DisplayName("A receipt names the lines of which something was typed; a fault of the service stands at its row")
    void receipts() {
        var inputs = form(Map.of(
                "receipt.receivedOn", "2026-11-18",
                "receipt.lines.0.quantityReceived", "",
                "receipt.lines.2.quantityReceived", "1,000.5",
                "receipt.lines.2.quantityAccepted", "0",
                "receipt.finalAcceptance", "true"));

        Bills.NewReceipt receipt = PayingForms.receipt(inputs, ORDERED);

        assertThat(receipt.lines()).containsExactly(new Bills.NewReceiptLine("30", "1000.5", "0", null));
        assertThat(receipt.receivedOn()).isEqualTo("2026-11-18");
        assertThat(receipt.acceptedOn()).isNull();
        assertThat(receipt.finalAcceptance()).isTrue();
        assertThat(inputs.isFine()).isTrue();

        refuse(
                inputs,
                new Fault("/lines/0/reason", "is missing"),
                new Fault("/acceptedOn", "is missing"),
                new Fault("/lines", "is short"));
        assertThat(inputs.errors())
                .extracting(Inputs.Error::field)
                .containsExactly("", "receipt.lines.2.reason", "receipt.acceptedOn");
    }

    @Test
    @DisplayName(
            "An invoice bills the order's lines, as what they are unless it says otherwise; a figure that is none is told at its row")
    void invoices() {
        var inputs = form(Map.of(
                "invoice.invoiceNumber", "CA-2026-311",
                "invoice.onInvoice", "CivicActions, Inc.",
                "invoice.lines.0.amount", "$1,040.00",
                "invoice.lines.0.type", "MAINTENANCE",
                "invoice.lines.1.amount", "12.34",
                "invoice.lines.1.serviceFrom", "2026-11-09",
                "invoice.total", "1,052.34"));

        Bills.NewInvoice invoice = PayingForms.invoice(inputs, ORDERED, TRADED);

        assertThat(invoice.lines())
                .containsExactly(
                        new Bills.NewInvoiceLine("10", "10", "MAINTENANCE", null, "1040.00", null, null, null),
                        new Bills.NewInvoiceLine(
                                "20", "20", "SERVICES", null, "12.34", null, LocalDate.parse("2026-11-09"), null));
        assertThat(invoice.total()).isEqualTo("1052.34");
        refuse(
                inputs,
                new Fault("/names/onOrder", "is missing"),
                new Fault("/lines/1/amount", "is too much"),
                new Fault("/total", "is not the sum"));
        assertThat(inputs.errors())
                .extracting(Inputs.Error::field)
                .containsExactly("", "invoice.lines.1.amount", "invoice.total");

        var wrong = form(Map.of("invoice.invoiceNumber", "1", "invoice.lines.2.amount", "12,34"));
        PayingForms.invoice(wrong, ORDERED, TRADED);
        assertThat(wrong.error("invoice.lines.2.amount")).contains("1,234.50");
        assertThat(wrong.errors()).extracting(Inputs.Error::label).containsExactly("Line 30: amount");
    }

    @Test
    @DisplayName(
            "A payment says of the card only when it is one; what the service misses of it is told at the question")
    void payments() {
        String invoice = UUID.randomUUID().toString();
        Map<String, String> typed = new HashMap<>(Map.of(
                "payment.invoiceId", invoice,
                "payment.paidOn", "2026-11-27",
                "payment.method", "WARRANT",
                "payment.reference", "W-88012",
                "payment.amount", "1,040.00",
                "payment.acceptedByAgreement", "true"));
        Bills.NewPayment warrant = PayingForms.payment(form(typed));
        assertThat(warrant.invoiceId()).hasToString(invoice);
        assertThat(warrant.amount()).isEqualTo("1040.00");
        assertThat(warrant.withheld()).isNull();
        assertThat(warrant.cardConsent()).isNull();

        typed.put("payment.method", "CAL_CARD");
        assertThat(PayingForms.payment(form(typed)).cardConsent()).isEqualTo(new Bills.NewCardConsent(true, null));

        typed.put("payment.acceptedByAgreement", "");
        var inputs = form(typed);
        assertThat(PayingForms.payment(inputs).cardConsent()).isNull();
        refuse(
                inputs,
                new Fault("/cardConsent/acceptedByAgreement", "is missing"),
                new Fault("/amount", "is beyond what is open"));
        assertThat(inputs.error("payment.acceptedByAgreement")).isEqualTo("is missing");
        assertThat(inputs.error("payment.amount")).isEqualTo("is beyond what is open");

        typed.put("payment.invoiceId", "none");
        var none = form(typed);
        PayingForms.payment(none);
        assertThat(none.error("payment.invoiceId")).isNotEmpty();
    }

    @Test
    @DisplayName(
            "A corrected invoice names the one that it corrects, and says why; without that it is a new one (PAY-DISPUTED)")
    void corrections() {
        UUID before = UUID.fromString("0190a000-0000-7000-8000-00000000a001");
        var inputs = form(Map.of(
                "invoice.invoiceNumber", "CA-1",
                "invoice.corrects", before.toString(),
                "invoice.correctionReason", "The quantity was wrong."));

        assertThat(PayingForms.corrects(inputs)).hasValue(before);
        assertThat(PayingForms.invoice(inputs, ORDERED, TRADED).correctionReason())
                .isEqualTo("The quantity was wrong.");
        refuse(inputs, new Fault("/correctionReason", "is too long"));
        assertThat(inputs.error("invoice.correctionReason")).isEqualTo("is too long");

        var fresh = form(Map.of("invoice.invoiceNumber", "CA-2", "invoice.corrects", ""));
        assertThat(PayingForms.corrects(fresh)).isEmpty();
        assertThat(PayingForms.invoice(fresh, ORDERED, TRADED).correctionReason())
                .isNull();
        assertThat(fresh.isFine()).isTrue();

        var none = form(Map.of("invoice.corrects", "CA-1"));
        assertThat(PayingForms.corrects(none)).isEmpty();
        assertThat(none.error("invoice.corrects")).isEqualTo("must be one of those that came.");
    }

    @Test
    @DisplayName(
            "What is refused of a dispute, of its withdrawal and of a payment that came back stands in the form that was sent (PAY-DISPUTED)")
    void disputes() {
        var dispute = form(Map.of("dispute.reason", " ", "dispute.disputedOn", "2026-11-18"));
        assertThat(PayingForms.dispute(dispute).reason()).isNull();
        assertThat(PayingForms.dispute(dispute).disputedOn()).hasToString("2026-11-18");
        refuse(dispute, new Fault("/reason", "is missing"), new Fault("/disputedOn", "is early"));
        assertThat(dispute.errors())
                .extracting(Inputs.Error::field)
                .containsExactly("dispute.reason", "dispute.disputedOn");

        var withdrawal = form(Map.of("withdrawal.reason", "It was right.", "withdrawal.withdrawnOn", ""));
        assertThat(PayingForms.withdrawal(withdrawal).withdrawnOn()).isNull();
        refuse(withdrawal, new Fault("/withdrawnOn", "is early"));
        assertThat(withdrawal.error("withdrawal.withdrawnOn")).isEqualTo("is early");

        var reversal = form(Map.of("reversal.reason", "Stale", "reversal.reversedOn", "18 Nov"));
        PayingForms.reversal(reversal);
        assertThat(reversal.error("reversal.reversedOn")).isNotEmpty();
    }

    @Test
    @DisplayName(
            "An invoice subtracts a trade-in under the order's name for it; what is wrong with it stands at its field, and one that is empty is not sent")
    void tradeIns() {
        var inputs = form(Map.of(
                "invoice.invoiceNumber", "CA-2026-312",
                "invoice.tradeIns.0.amount", " ",
                "invoice.tradeIns.1.amount", "$250.00"));
        assertThat(PayingForms.invoice(inputs, ORDERED, TRADED).tradeIns())
                .containsExactly(new Bills.NewInvoiceTradeIn("Copier, serial 77-2", "250.00"));
        refuse(inputs, new Fault("/tradeIns/0/amount", "is more than the order allows"));
        assertThat(inputs.errors())
                .extracting(Inputs.Error::field, Inputs.Error::name)
                .containsExactly(tuple("invoice.tradeIns.1.amount", "Traded in, Copier, serial 77-2"));

        var none = form(Map.of("invoice.invoiceNumber", "CA-2026-313", "invoice.tradeIns.0.amount", ""));
        assertThat(PayingForms.invoice(none, ORDERED, TRADED).tradeIns()).isNull();
        var wrong = form(Map.of("invoice.invoiceNumber", "CA-2026-314", "invoice.tradeIns.0.amount", "much"));
        PayingForms.invoice(wrong, ORDERED, TRADED);
        assertThat(wrong.error("invoice.tradeIns.0.amount")).isEqualTo("must be an amount such as 1,234.50.");
    }

    @Test
    @DisplayName(
            "Two things of one description that are taken in part payment have a row each with its own allowance, and both are subtracted")
    void twoTradeInsOfOneDescription() {
        List<Orders.TradeIn> traded = List.of(
                new Orders.TradeIn("Copier", new BigDecimal("500.00")),
                new Orders.TradeIn("Copier", new BigDecimal("250.00")),
                new Orders.TradeIn("Copier", new BigDecimal("250.00")));
        var page =
                Inputs.of(Map.of("invoice.tradeIns.0.of", List.of("Copier"), "invoice.tradeIns.0.amount", List.of("")));
        assertThat(PayingForms.tradeInRows(page, traded))
                .extracting(FormRow::at, row -> row.of().allowance())
                .containsExactly(
                        tuple("invoice.tradeIns.0.", new BigDecimal("500.00")),
                        tuple("invoice.tradeIns.1.", new BigDecimal("250.00")),
                        tuple("invoice.tradeIns.2.", new BigDecimal("250.00")));

        Map<String, List<String>> sent = new HashMap<>();
        sent.put("invoice.invoiceNumber", List.of("CA-2026-315"));
        for (int row = 0; row < 3; row++) {
            sent.put("invoice.tradeIns." + row + ".of", List.of("Copier"));
            sent.put("invoice.tradeIns." + row + ".amount", List.of(row == 0 ? "500" : row == 1 ? "" : "250"));
        }
        assertThat(PayingForms.invoice(Inputs.of(sent), ORDERED, traded).tradeIns())
                .containsExactly(
                        new Bills.NewInvoiceTradeIn("Copier", "500"), new Bills.NewInvoiceTradeIn("Copier", "250"));
        var amended = Inputs.of(sent);
        assertThat(PayingForms.invoice(amended, ORDERED, traded.subList(0, 2)).tradeIns())
                .containsExactly(new Bills.NewInvoiceTradeIn("Copier", "500"));
        assertThat(amended.errors())
                .extracting(Inputs.Error::message)
                .containsExactly(
                        "The order was amended since the page was shown: it has no trade-in Copier any more. What you typed for it was left out.");
    }

    @Test
    @DisplayName(
            "What was typed for a line stays that line's when an amendment gave the order others meanwhile; what was typed for one that is gone is told, and not read as another's")
    void anAmendmentMeanwhile() {
        Map<String, List<String>> sent = new HashMap<>();
        List.of("10", "20", "30").forEach(line -> {
            String at = "receipt.lines." + sent.size() / 2 + ".";
            sent.put(at + "of", List.of(line));
            sent.put(at + "quantityReceived", List.of(line.equals("10") ? "" : line));
        });
        var inputs = Inputs.of(sent);
        List<Orders.Line> amended = List.of(line("20", "SERVICES"), line("25", "GOODS"));

        assertThat(PayingForms.receipt(inputs, amended).lines())
                .extracting(Bills.NewReceiptLine::lineId, Bills.NewReceiptLine::quantityReceived)
                .containsExactly(tuple("20", "20"));
        assertThat(inputs.errors())
                .extracting(Inputs.Error::message)
                .containsExactly(
                        "The order was amended since the page was shown: it has no line 30 any more. What you typed for it was left out.");
        assertThat(PayingForms.lineRows(inputs, "receipt", amended))
                .extracting(FormRow::at, row -> row.of().lineId())
                .containsExactly(tuple("receipt.lines.1.", "20"), tuple("receipt.lines.3.", "25"));
    }

    private static void refuse(Inputs inputs, Fault... faults) {
        Refusals.intoFields(
                inputs,
                new ServiceProblem(422, "Refused", "Mend it.", List.of(faults)),
                PayingForms.called(inputs, ORDERED, TRADED));
    }

    private static Inputs form(Map<String, String> typed) {
        Map<String, List<String>> fields = new HashMap<>();
        typed.forEach((field, value) -> fields.put(field, List.of(value)));
        // Every row of the form is sent, typed or not.
        if (typed.containsKey("receipt.receivedOn")) {
            for (int row = 0; row < ORDERED.size(); row++) {
                for (String field : List.of("quantityReceived", "quantityAccepted", "reason")) {
                    fields.putIfAbsent("receipt.lines." + row + "." + field, List.of(""));
                }
            }
        }
        return Inputs.of(fields);
    }

    private static Orders.Line line(String id, String kind) {
        return new Orders.Line(
                id,
                1,
                "3-16-70-3298A",
                false,
                null,
                "Network Engineer",
                "Hour",
                BigDecimal.TEN,
                new BigDecimal("104.00"),
                new BigDecimal("1040.00"),
                kind,
                List.of(),
                null);
    }
}
