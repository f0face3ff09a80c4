package org.opencmas.order.payment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.order.account.AccountChange;
import org.opencmas.order.account.terms.ProgressTerms;
import org.opencmas.order.invoice.document.Invoice;
import org.opencmas.order.payment.NewPayment.NewCardConsent;
import org.opencmas.order.payment.Payment.CardConsent;
import org.opencmas.order.payment.Payment.Method;
import org.opencmas.order.payment.Payment.Note;
import org.opencmas.order.registry.KnownAgreement;
import org.opencmas.orderbody.OrderBody.PaymentMethod;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/** Reads a payment against the invoice that it is for. Every fault is named at once. */
final class PaymentReading {
    private final FieldReader fields = new FieldReader();
    private final AccountChange.Context at;
    private final List<KnownAgreement> known;

    private PaymentReading(AccountChange.Context at, List<KnownAgreement> known) {
        this.at = at;
        this.known = known;
    }

    /**
     * The invoice that the body names, by its id or by its number.
     *
     * @throws org.opencmas.problem.InvalidRequest (400) when it names none, or both
     * @throws NotFound (404) when the order has no such invoice
     */
    static Invoice invoice(NewPayment sent, List<Invoice> invoices) {
        var fields = new FieldReader();
        String number = sent.invoiceNumber();
        if (number != null && sent.invoiceId() != null) {
            fields.fault("/invoiceNumber", "comes without invoiceId, or not at all");
        }
        String key = number == null ? "" : Identifier.keyOf(fields.identifier("/invoiceNumber", number, 40));
        UUID id = number == null ? fields.id("/invoiceId", sent.invoiceId()) : null;
        fields.requireNoFaults();
        return invoices.stream()
                .filter(invoice -> invoice.invoiceId().equals(id)
                        || Identifier.keyOf(invoice.document().invoiceNumber()).equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("invoice", id == null ? key : id));
    }

    /**
     * @param earlier payments on the order
     * @param known the agreements of the order that the registry told of
     * @throws org.opencmas.problem.InvalidRequest (400) that names every fault
     */
    static Payment read(
            NewPayment sent,
            AccountChange.Context at,
            Invoice invoice,
            List<Payment> earlier,
            List<KnownAgreement> known) {
        return new PaymentReading(at, known).payment(sent, invoice, earlier);
    }

    private Payment payment(NewPayment sent, Invoice invoice, List<Payment> earlier) {
        if (sent.method() == null) {
            fields.fault("/method", "is missing");
        }
        Method method = fields.choice("/method", sent.method(), Method.WARRANT);
        LocalDate paidOn = paidOn(sent.paidOn(), method, invoice);
        String reference = fields.identifier("/reference", sent.reference(), 60);
        Usd amount = fields.money("/amount", sent.amount(), 2);
        if (sent.amount() != null && fields.faultCount() == 0 && !amount.isPositive()) {
            fields.fault("/amount", "must be greater than 0");
        }
        Usd withheld = sent.withheld() == null ? Usd.ZERO : fields.money("/withheld", sent.withheld(), 2);
        Usd released = sent.released() == null ? Usd.ZERO : fields.money("/released", sent.released(), 2);
        if (!released.isAtMost(amount)) {
            fields.fault("/released", "is more than the amount, of which it is a part");
        }
        CardConsent consent = method == Method.CAL_CARD ? consent(sent.cardConsent(), paidOn) : null;
        String stage = fields.optionalText("/stage", sent.stage(), 200);
        fields.requireNoFaults();
        return new Payment(
                TimeOrderedId.next(),
                invoice.invoiceId(),
                paidOn,
                method,
                reference,
                amount,
                withheld,
                released,
                consent,
                null,
                notes(method, paidOn, stage, earlier),
                at.at(),
                at.by());
    }

    private LocalDate paidOn(@Nullable String raw, Method method, Invoice invoice) {
        LocalDate paidOn = fields.pastDate("/paidOn", raw, at.today());
        if (fields.faultCount() > 0) {
            return paidOn;
        }
        LocalDate orderDate = at.document().naming().orderDate();
        if (method == Method.CAL_CARD && paidOn.isBefore(orderDate)) {
            fields.fault(
                    "/paidOn",
                    paidOn + " is before the order of " + orderDate
                            + "; the card is no way to buy without an order (PAY-CALCARD-PO)");
            return paidOn;
        }
        LocalDate received = invoice.document().receivedOn();
        LocalDate service = invoice.document().lastServiceDay();
        if (method != Method.CAL_CARD && paidOn.isBefore(received)) {
            fields.fault("/paidOn", paidOn + " is before the invoice came, " + received);
        } else if (service != null && paidOn.isBefore(service)) {
            fields.fault(
                    "/paidOn",
                    paidOn + " is before the last day of service, " + service
                            + "; services are not paid in advance (PAY-ADVANCE-NONE)");
        }
        return paidOn;
    }

    private @Nullable CardConsent consent(@Nullable NewCardConsent sent, LocalDate paidOn) {
        String remedy = "Look in the CMAS whether the contractor takes CAL-Card, and say so.";
        if (sent == null || sent.acceptedByAgreement() == null) {
            fields.fault("/cardConsent/acceptedByAgreement", "is missing (PAY-CALCARD-ACCEPT)", remedy);
            return null;
        }
        String note = fields.optionalText("/cardConsent/note", sent.note(), 1000);
        if (!sent.acceptedByAgreement() && note == null) {
            fields.fault(
                    "/cardConsent/note",
                    "is missing: the CMAS says that the contractor does not take the card (PAY-CALCARD-ACCEPT)",
                    "Say how the contractor consented, or pay otherwise.");
        }
        if (sent.acceptedByAgreement()) {
            known.stream()
                    .filter(agreement -> refusesCard(agreement, paidOn))
                    .findFirst()
                    .ifPresent(agreement -> fields.fault(
                            "/cardConsent/acceptedByAgreement",
                            "is true, but by the registry CMAS " + agreement.cmasNumber()
                                    + " says that the contractor does not take the card (PAY-CALCARD-ACCEPT)",
                            "Send false, and say in the note how the contractor consented, or pay otherwise."));
        }
        return new CardConsent(sent.acceptedByAgreement(), note);
    }

    /** What is not known does not refuse: then the agency's word on its copy counts. */
    private static boolean refusesCard(KnownAgreement agreement, LocalDate day) {
        JsonNode said = agreement.on(day).document().path("acceptsCalCard");
        return said.isBoolean() && !said.booleanValue();
    }

    private List<Note> notes(Method method, LocalDate paidOn, @Nullable String stage, List<Payment> earlier) {
        List<Note> notes = new ArrayList<>();
        if (method == Method.CAL_CARD && at.document().terms().paymentMethod() != PaymentMethod.CAL_CARD) {
            notes.add(new Note("PAY-CALCARD-MARK", "The order does not say that it is paid by CAL-Card."));
        }
        ProgressTerms terms = at.account().terms();
        if (at.account().isInProgress() && terms != null) {
            progressNotes(terms, paidOn, stage, earlier, notes);
        }
        return notes;
    }

    private static void progressNotes(
            ProgressTerms terms, LocalDate paidOn, @Nullable String stage, List<Payment> earlier, List<Note> notes) {
        notes.add(new Note("PP-DISCOURAGE", "State policy discourages progress payments where they can be avoided."));
        LocalDate from = terms.startsOn();
        LocalDate last = terms.lastDay();
        if (from != null && last != null && last.plusDays(1).isBefore(from.plusMonths(3))) {
            notes.add(new Note(
                    "PP-MIN-3-MONTHS",
                    "The order lasts less than three months, from " + from + " through " + last + "."));
        }
        boolean isSecondOfMonth = earlier.stream()
                .anyMatch(payment -> payment.reverses() == null
                        && YearMonth.from(payment.paidOn()).equals(YearMonth.from(paidOn)));
        if (isSecondOfMonth && stage == null) {
            notes.add(new Note(
                    "PP-MONTHLY-ARREARS", "A second progress payment in one month names the stage that is reached."));
        }
    }
}
