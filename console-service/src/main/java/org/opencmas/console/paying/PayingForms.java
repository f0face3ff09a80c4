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
    private static final List<String> OF_RECEIPT_LINE = List.of("quantityReceived", "quantityAccepted", "reason");
    private static final List<String> OF_INVOICE_LINE =
            List.of("quantity", "amount", "tax", "serviceFrom", "serviceThrough");

    private PayingForms() {}

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
        List<NewReceiptLine> lines = new ArrayList<>();
        for (int row : typed(inputs, "receipt", ordered.size(), OF_RECEIPT_LINE)) {
            String at = named(inputs, "receipt", row, ordered.get(row), OF_RECEIPT_LINE);
            lines.add(new NewReceiptLine(
                    ordered.get(row).lineId(),
                    plain(Figures.quantity(inputs, at + "quantityReceived")),
                    plain(Figures.quantity(inputs, at + "quantityAccepted")),
                    given(inputs.text(at + "reason"))));
        }
        return new NewReceipt(
                given(inputs.text("receipt.receiptNumber")),
                inputs.day("receipt.receivedOn").orElse(null),
                inputs.day("receipt.acceptedOn").orElse(null),
                lines,
                inputs.value("receipt.finalAcceptance").equals("true"),
                given(inputs.paragraphs("receipt.note", NOTE_LONGEST)));
    }

    static NewInvoice invoice(Inputs inputs, List<Orders.Line> ordered) {
        List<NewInvoiceLine> lines = new ArrayList<>();
        for (int row : typed(inputs, "invoice", ordered.size(), OF_INVOICE_LINE)) {
            Orders.Line line = ordered.get(row);
            String at = named(inputs, "invoice", row, line, OF_INVOICE_LINE);
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
                given(inputs.text("invoice.invoiceNumber")),
                inputs.day("invoice.invoicedOn").orElse(null),
                inputs.day("invoice.receivedOn").orElse(null),
                new NewNames(
                        given(inputs.text("invoice.onInvoice")),
                        given(inputs.text("invoice.onOrder")),
                        given(inputs.text("invoice.onAgreement"))),
                lines,
                plain(Figures.dollars(inputs, "invoice.freight")),
                plain(Figures.dollars(inputs, "invoice.total")),
                given(inputs.paragraphs("invoice.correctionReason", NOTE_LONGEST)));
    }

    /** Returns the invoice that the one that was typed corrects; empty for a new one. */
    static Optional<UUID> corrects(Inputs inputs) {
        return inputs.value("invoice.corrects").isBlank()
                ? Optional.empty()
                : chosen(inputs, "invoice.corrects", "must be one of those that came.");
    }

    static NewDispute dispute(Inputs inputs) {
        return new NewDispute(
                given(inputs.paragraphs("dispute.reason", NOTE_LONGEST)),
                inputs.day("dispute.disputedOn").orElse(null));
    }

    static NewDisputeWithdrawal withdrawal(Inputs inputs) {
        return new NewDisputeWithdrawal(
                given(inputs.paragraphs("withdrawal.reason", NOTE_LONGEST)),
                inputs.day("withdrawal.withdrawnOn").orElse(null));
    }

    static NewReversal reversal(Inputs inputs) {
        return new NewReversal(
                inputs.day("reversal.reversedOn").orElse(null),
                given(inputs.paragraphs("reversal.reason", NOTE_LONGEST)));
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
                given(inputs.text("payment.reference")),
                plain(Figures.dollars(inputs, "payment.amount")),
                plain(Figures.dollars(inputs, "payment.withheld")),
                plain(Figures.dollars(inputs, "payment.released")),
                saysCard
                        ? new NewCardConsent(
                                accepted.equals("true"), given(inputs.paragraphs("payment.note", NOTE_LONGEST)))
                        : null);
    }

    /** Returns where the faults of what was read stand in the form that was sent. */
    static Map<String, String> called(Inputs inputs, int ordered) {
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
            rows(called, "invoice", typed(inputs, "invoice", ordered, OF_INVOICE_LINE));
        } else if (inputs.has("dispute.reason")) {
            called.putAll(Map.of("/reason", "dispute.reason", "/disputedOn", "dispute.disputedOn"));
        } else if (inputs.has("withdrawal.reason")) {
            called.putAll(Map.of("/reason", "withdrawal.reason", "/withdrawnOn", "withdrawal.withdrawnOn"));
        } else if (inputs.has("reversal.reason")) {
            called.putAll(Map.of("/reason", "reversal.reason", "/reversedOn", "reversal.reversedOn"));
        } else {
            List.of("receiptNumber", "receivedOn", "acceptedOn", "finalAcceptance", "note")
                    .forEach(field -> called.put("/" + field, "receipt." + field));
            rows(called, "receipt", typed(inputs, "receipt", ordered, OF_RECEIPT_LINE));
        }
        return called;
    }

    private static void rows(Map<String, String> called, String form, List<Integer> typed) {
        for (int sent = 0; sent < typed.size(); sent++) {
            called.put("/lines/" + sent, form + ".lines." + typed.get(sent) + ".");
        }
    }

    /** Returns the rows in which something was typed. */
    private static List<Integer> typed(Inputs inputs, String form, int ordered, List<String> fields) {
        List<Integer> typed = new ArrayList<>();
        for (int row = 0; row < ordered; row++) {
            String at = form + ".lines." + row + ".";
            if (fields.stream().anyMatch(field -> !inputs.value(at + field).isBlank())) {
                typed.add(row);
            }
        }
        return typed;
    }

    private static String named(Inputs inputs, String form, int row, Orders.Line line, List<String> fields) {
        String at = form + ".lines." + row + ".";
        fields.forEach(field -> inputs.name(at + field, "Line " + line.lineId() + ": " + label(field)));
        return at;
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

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
