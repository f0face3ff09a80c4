package org.opencmas.console.paying;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Bills.NewCardConsent;
import org.opencmas.console.client.Bills.NewDispute;
import org.opencmas.console.client.Bills.NewDisputeWithdrawal;
import org.opencmas.console.client.Bills.NewInvoice;
import org.opencmas.console.client.Bills.NewInvoiceLine;
import org.opencmas.console.client.Bills.NewInvoiceTradeIn;
import org.opencmas.console.client.Bills.NewNames;
import org.opencmas.console.client.Bills.NewPayment;
import org.opencmas.console.client.Bills.NewReceipt;
import org.opencmas.console.client.Bills.NewReceiptLine;
import org.opencmas.console.client.Bills.NewReversal;
import org.opencmas.console.client.Orders;
import org.opencmas.console.frame.field.Figures;
import org.opencmas.console.frame.field.Inputs;

/**
 * The forms of a receipt, an invoice, its dispute, a payment and its reversal, whose fields begin with {@code receipt.}, {@code invoice.} and so on; the first two have a row for each of the
 * order's lines, and a row in which nothing was typed is not sent. What must be given, the order service says.
 */
final class PayingForms {
    private static final int NOTE_LONGEST = 1_000;
    private static final String TRADE_INS = "invoice.tradeIns";
    private static final List<String> OF_RECEIPT_LINE = List.of("quantityReceived", "quantityAccepted", "reason");
    private static final List<String> OF_INVOICE_LINE =
            List.of("quantity", "amount", "tax", "serviceFrom", "serviceThrough");

    /** What the page calls the fields whose own names do not tell. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("receipt.receiptNumber", "Your number of the receipt"),
            Map.entry("invoice.corrects", "What it is"),
            Map.entry("invoice.invoiceNumber", "Number of the invoice"),
            Map.entry("invoice.invoicedOn", "Date of the invoice"),
            Map.entry("invoice.receivedOn", "Day on which the invoice came"),
            Map.entry("invoice.onInvoice", "Name on the invoice"),
            Map.entry("invoice.onOrder", "Name on the order"),
            Map.entry("invoice.onAgreement", "Name on the agreement"),
            Map.entry("invoice.correctionReason", "Why it was corrected"),
            Map.entry("approval.invoiceId", "Invoice"),
            Map.entry("approval.sameCompanyNote", "Why names that differ mean one company"),
            Map.entry("payment.invoiceId", "Invoice"),
            Map.entry("payment.reference", "Number of the warrant, transfer or card transaction"),
            Map.entry("payment.acceptedByAgreement", "That the contractor takes the card"),
            Map.entry("payment.note", "How the contractor consented to the card"),
            Map.entry("dispute.invoiceId", "Invoice"),
            Map.entry("dispute.reason", "What is wrong with it"),
            Map.entry("withdrawal.invoiceId", "Invoice"),
            Map.entry("withdrawal.withdrawnOn", "First day without dispute"),
            Map.entry("withdrawal.reason", "Why it is taken back"),
            Map.entry("reversal.paymentId", "Payment"),
            Map.entry("reversal.reversedOn", "Day on which it came back"),
            Map.entry("reversal.reason", "Why it came back"));

    private PayingForms() {}

    /** Returns what was typed, with the fields called as the page calls them. */
    static Inputs fields(Map<String, List<String>> form) {
        var inputs = Inputs.of(form);
        NAMES.forEach(inputs::name);
        return inputs;
    }

    /** What an invoice's line bills. */
    enum Billed {
        GOODS,
        SOFTWARE,
        SERVICES,
        MAINTENANCE,
        CONSUMABLES,
        SUBSCRIPTION,
        WARRANTY,
        TRAVEL
    }

    /** How a payment is made. */
    enum Method {
        WARRANT,
        ELECTRONIC,
        CAL_CARD
    }

    static NewReceipt receipt(Inputs inputs, List<Orders.Line> ordered) {
        FormRow.requireAll(inputs, "receipt.lines", lineRows(inputs, "receipt", ordered), OF_RECEIPT_LINE, "line");
        List<NewReceiptLine> lines = new ArrayList<>();
        for (FormRow<Orders.Line> row : typed(inputs, "receipt", ordered, OF_RECEIPT_LINE)) {
            String at = named(inputs, row, OF_RECEIPT_LINE);
            lines.add(new NewReceiptLine(
                    row.of().lineId(),
                    plain(Figures.quantity(inputs, at + "quantityReceived")),
                    plain(Figures.quantity(inputs, at + "quantityAccepted")),
                    Inputs.unlessEmpty(inputs.text(at + "reason"))));
        }
        return new NewReceipt(
                Inputs.unlessEmpty(inputs.text("receipt.receiptNumber")),
                inputs.day("receipt.receivedOn").orElse(null),
                inputs.day("receipt.acceptedOn").orElse(null),
                lines,
                inputs.value("receipt.finalAcceptance").equals("true"),
                Inputs.unlessEmpty(inputs.paragraphs("receipt.note", NOTE_LONGEST)));
    }

    static NewInvoice invoice(Inputs inputs, List<Orders.Line> ordered, List<Orders.TradeIn> tradeIns) {
        FormRow.requireAll(inputs, "invoice.lines", lineRows(inputs, "invoice", ordered), OF_INVOICE_LINE, "line");
        List<NewInvoiceLine> lines = new ArrayList<>();
        for (FormRow<Orders.Line> row : typed(inputs, "invoice", ordered, OF_INVOICE_LINE)) {
            Orders.Line line = row.of();
            String at = named(inputs, row, OF_INVOICE_LINE);
            lines.add(new NewInvoiceLine(
                    line.lineId(),
                    line.lineId(),
                    inputs.choice(at + "type", Billed.class).map(Billed::name).orElse(line.kind()),
                    plain(Figures.quantity(inputs, at + "quantity")),
                    plain(Figures.dollars(inputs, at + "amount")),
                    plain(Figures.dollars(inputs, at + "tax")),
                    inputs.day(at + "serviceFrom").orElse(null),
                    inputs.day(at + "serviceThrough").orElse(null)));
        }
        return new NewInvoice(
                Inputs.unlessEmpty(inputs.text("invoice.invoiceNumber")),
                inputs.day("invoice.invoicedOn").orElse(null),
                inputs.day("invoice.receivedOn").orElse(null),
                new NewNames(
                        Inputs.unlessEmpty(inputs.text("invoice.onInvoice")),
                        Inputs.unlessEmpty(inputs.text("invoice.onOrder")),
                        Inputs.unlessEmpty(inputs.text("invoice.onAgreement"))),
                lines,
                plain(Figures.dollars(inputs, "invoice.freight")),
                tradeIns(inputs, tradeIns),
                plain(Figures.dollars(inputs, "invoice.total")),
                Inputs.unlessEmpty(inputs.paragraphs("invoice.correctionReason", NOTE_LONGEST)));
    }

    /** Returns what is subtracted for things taken in part payment, named as the order names them; null where nothing was typed. */
    private static @Nullable List<NewInvoiceTradeIn> tradeIns(Inputs inputs, List<Orders.TradeIn> ofOrder) {
        List<NewInvoiceTradeIn> subtracted = new ArrayList<>();
        List<FormRow<Orders.TradeIn>> rows = tradeInRows(inputs, ofOrder);
        FormRow.requireAll(inputs, TRADE_INS, rows, List.of("amount"), "trade-in");
        for (FormRow<Orders.TradeIn> row : rows) {
            inputs.name(row.field("amount"), "Traded in, " + row.of().description());
            String amount = plain(Figures.dollars(inputs, row.field("amount")));
            if (amount != null) {
                subtracted.add(new NewInvoiceTradeIn(row.of().description(), amount));
            }
        }
        return subtracted.isEmpty() ? null : subtracted;
    }

    static List<FormRow<Orders.TradeIn>> tradeInRows(Inputs inputs, List<Orders.TradeIn> ofOrder) {
        return FormRow.of(inputs, TRADE_INS, ofOrder, Orders.TradeIn::description);
    }

    /** @param form {@code receipt} or {@code invoice} */
    static List<FormRow<Orders.Line>> lineRows(Inputs inputs, String form, List<Orders.Line> ordered) {
        return FormRow.of(inputs, form + ".lines", ordered, Orders.Line::lineId);
    }

    /** Returns the invoice that a form is about; empty for a form that is about none, such as a receipt. */
    static Optional<UUID> about(Inputs inputs) {
        for (String field :
                List.of("approval.invoiceId", "dispute.invoiceId", "withdrawal.invoiceId", "invoice.corrects")) {
            try {
                return Optional.of(UUID.fromString(inputs.value(field)));
            } catch (IllegalArgumentException none) {
                // The form has no such field, or nothing is chosen in it.
            }
        }
        return Optional.empty();
    }

    /** Returns the invoice that the one that was typed corrects; empty for a new one. */
    static Optional<UUID> corrects(Inputs inputs) {
        return inputs.value("invoice.corrects").isBlank()
                ? Optional.empty()
                : chosen(inputs, "invoice.corrects", "must be one of those that came.");
    }

    static NewDispute dispute(Inputs inputs) {
        return new NewDispute(
                Inputs.unlessEmpty(inputs.paragraphs("dispute.reason", NOTE_LONGEST)),
                inputs.day("dispute.disputedOn").orElse(null));
    }

    static NewDisputeWithdrawal withdrawal(Inputs inputs) {
        return new NewDisputeWithdrawal(
                Inputs.unlessEmpty(inputs.paragraphs("withdrawal.reason", NOTE_LONGEST)),
                inputs.day("withdrawal.withdrawnOn").orElse(null));
    }

    static NewReversal reversal(Inputs inputs) {
        return new NewReversal(
                inputs.day("reversal.reversedOn").orElse(null),
                Inputs.unlessEmpty(inputs.paragraphs("reversal.reason", NOTE_LONGEST)));
    }

    /** Returns what was chosen; empty, with a fault at the field, where nothing was. */
    static Optional<UUID> chosen(Inputs inputs, String field, String expected) {
        try {
            return Optional.of(UUID.fromString(inputs.text(field)));
        } catch (IllegalArgumentException none) {
            inputs.wrong(field, expected);
            return Optional.empty();
        }
    }

    static NewPayment payment(Inputs inputs) {
        UUID invoice = chosen(inputs, "payment.invoiceId", "must be one of those that are approved.")
                .orElse(null);
        Method method = inputs.choice("payment.method", Method.class).orElse(Method.WARRANT);
        String accepted = inputs.value("payment.acceptedByAgreement");
        boolean saysCard = method == Method.CAL_CARD && !accepted.isEmpty();
        return new NewPayment(
                invoice,
                inputs.day("payment.paidOn").orElse(null),
                method.name(),
                Inputs.unlessEmpty(inputs.text("payment.reference")),
                plain(Figures.dollars(inputs, "payment.amount")),
                plain(Figures.dollars(inputs, "payment.withheld")),
                plain(Figures.dollars(inputs, "payment.released")),
                saysCard
                        ? new NewCardConsent(
                                accepted.equals("true"),
                                Inputs.unlessEmpty(inputs.paragraphs("payment.note", NOTE_LONGEST)))
                        : null);
    }

    /**
     * Returns where the faults of what was read stand in the form that was sent.
     *
     * @param ordered the order's lines
     * @param tradeIns its trade-ins
     */
    static Map<String, String> called(Inputs inputs, List<Orders.Line> ordered, List<Orders.TradeIn> tradeIns) {
        Map<String, String> called = new HashMap<>();
        if (inputs.has("payment.reference")) {
            List.of("invoiceId", "paidOn", "method", "reference", "amount", "withheld", "released")
                    .forEach(field -> called.put("/" + field, "payment." + field));
            called.put("/cardConsent", "payment.acceptedByAgreement");
            called.put("/cardConsent/acceptedByAgreement", "payment.acceptedByAgreement");
            called.put("/cardConsent/note", "payment.note");
        } else if (inputs.has("invoice.invoiceNumber")) {
            List.of("invoiceNumber", "invoicedOn", "receivedOn", "freight", "total")
                    .forEach(field -> called.put("/" + field, "invoice." + field));
            called.put("/names", "invoice.");
            called.put("/correctionReason", "invoice.correctionReason");
            rows(called, typed(inputs, "invoice", ordered, OF_INVOICE_LINE));
            int sent = 0;
            for (FormRow<Orders.TradeIn> row : tradeInRows(inputs, tradeIns)) {
                if (!inputs.value(row.field("amount")).isBlank()) {
                    called.put("/tradeIns/" + sent++, row.field("amount"));
                }
            }
        } else if (inputs.has("dispute.reason")) {
            called.putAll(Map.of("/reason", "dispute.reason", "/disputedOn", "dispute.disputedOn"));
        } else if (inputs.has("withdrawal.reason")) {
            called.putAll(Map.of("/reason", "withdrawal.reason", "/withdrawnOn", "withdrawal.withdrawnOn"));
        } else if (inputs.has("reversal.reason")) {
            called.putAll(Map.of("/reason", "reversal.reason", "/reversedOn", "reversal.reversedOn"));
        } else {
            List.of("receiptNumber", "receivedOn", "acceptedOn", "finalAcceptance", "note")
                    .forEach(field -> called.put("/" + field, "receipt." + field));
            rows(called, typed(inputs, "receipt", ordered, OF_RECEIPT_LINE));
        }
        return called;
    }

    private static void rows(Map<String, String> called, List<FormRow<Orders.Line>> typed) {
        for (int sent = 0; sent < typed.size(); sent++) {
            called.put("/lines/" + sent, typed.get(sent).at());
        }
    }

    /** Returns the rows in which something was typed. */
    private static List<FormRow<Orders.Line>> typed(
            Inputs inputs, String form, List<Orders.Line> ordered, List<String> fields) {
        return lineRows(inputs, form, ordered).stream()
                .filter(row -> fields.stream()
                        .anyMatch(field -> !inputs.value(row.field(field)).isBlank()))
                .toList();
    }

    private static String named(Inputs inputs, FormRow<Orders.Line> row, List<String> fields) {
        fields.forEach(field -> inputs.name(row.field(field), "Line " + row.of().lineId() + ": " + label(field)));
        return row.at();
    }

    private static String label(String field) {
        return switch (field) {
            case "quantityReceived" -> "received";
            case "quantityAccepted" -> "accepted";
            case "serviceFrom" -> "service from";
            case "serviceThrough" -> "service through";
            default -> field;
        };
    }

    private static @Nullable String plain(Optional<BigDecimal> figure) {
        return figure.map(BigDecimal::toPlainString).orElse(null);
    }
}
