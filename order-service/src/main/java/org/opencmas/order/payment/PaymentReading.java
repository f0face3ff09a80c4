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
    private final FieldReader fields;
    private final LocalDate today;
    private final List<KnownAgreement> known;

    private PaymentReading(FieldReader fields, LocalDate today, List<KnownAgreement> known) {
        this.fields = fields;
        this.today = today;
        this.known = known;
    }

    /** What a body says of a payment by itself; of no use when the fields hold a fault. */
    private record Read(
            Method method,
            LocalDate paidOn,
            String reference,
            Usd amount,
            Usd withheld,
            Usd released,
            @Nullable CardConsent consent,
            @Nullable String stage) {}

    /** Notes what is wrong with a payment by itself, of whatever invoice. */
    static void check(NewPayment sent, LocalDate today, FieldReader fields) {
        named(sent, fields);
        new PaymentReading(fields, today, List.of()).read(sent, null, null);
    }

    /** How a body names its invoice: one of both. */
    private record Named(@Nullable UUID id, String key) {}

    private static Named named(NewPayment sent, FieldReader fields) {
        String number = sent.invoiceNumber();
        if (number != null && sent.invoiceId() != null) {
            fields.fault("/invoiceNumber", "comes without invoiceId, or not at all");
        }
        String key = number == null ? "" : Identifier.keyOf(fields.identifier("/invoiceNumber", number, 40));
        return new Named(number == null ? fields.id("/invoiceId", sent.invoiceId()) : null, key);
    }

    /**
     * The invoice that the body names, by its id or by its number.
     *
     * @throws org.opencmas.problem.InvalidRequest (400) when it names none, or both; with all else that is wrong with the body
     * @throws NotFound (404) when the order has no such invoice
     */
    static Invoice invoice(NewPayment sent, LocalDate today, List<Invoice> invoices) {
        var fields = new FieldReader();
        Named named = named(sent, fields);
        if (fields.faultCount() > 0) {
            new PaymentReading(fields, today, List.of()).read(sent, null, null);
            fields.requireNoFaults();
        }
        UUID id = named.id();
        String key = named.key();
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
        var fields = new FieldReader();
        Read read = new PaymentReading(fields, at.today(), known).read(sent, at, invoice);
        fields.requireNoFaults();
        return new Payment(
                TimeOrderedId.next(),
                invoice.invoiceId(),
                read.paidOn(),
                read.method(),
                read.reference(),
                read.amount(),
                read.withheld(),
                read.released(),
                read.consent(),
                null,
                notes(at, read, earlier),
                at.at(),
                at.by());
    }

    private Read read(NewPayment sent, AccountChange.@Nullable Context at, @Nullable Invoice invoice) {
        Method method = fields.requiredChoice("/method", sent.method(), Method.WARRANT);
        LocalDate paidOn = paidOn(sent.paidOn(), method, at, invoice);
        String reference = fields.identifier("/reference", sent.reference(), 60);
        int before = fields.faultCount();
        Usd amount = fields.money("/amount", sent.amount(), 2);
        boolean isAmount = fields.faultCount() == before;
        if (isAmount && !amount.isPositive()) {
            fields.fault("/amount", "must be greater than 0");
        }
        Usd withheld = sent.withheld() == null ? Usd.ZERO : fields.money("/withheld", sent.withheld(), 2);
        Usd released = sent.released() == null ? Usd.ZERO : fields.money("/released", sent.released(), 2);
        if (isAmount && !released.isAtMost(amount)) {
            fields.fault("/released", "is more than the amount, of which it is a part");
        }
        CardConsent consent = method == Method.CAL_CARD ? consent(sent.cardConsent(), paidOn) : null;
        String stage = fields.optionalText("/stage", sent.stage(), 200);
        return new Read(method, paidOn, reference, amount, withheld, released, consent, stage);
    }

    private LocalDate paidOn(
            @Nullable String raw, Method method, AccountChange.@Nullable Context at, @Nullable Invoice invoice) {
        int before = fields.faultCount();
        LocalDate paidOn = fields.pastDate("/paidOn", raw, today);
        if (fields.faultCount() > before || at == null || invoice == null) {
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

    private static List<Note> notes(AccountChange.Context at, Read read, List<Payment> earlier) {
        List<Note> notes = new ArrayList<>();
        if (read.method() == Method.CAL_CARD && at.document().terms().paymentMethod() != PaymentMethod.CAL_CARD) {
            notes.add(new Note("PAY-CALCARD-MARK", "The order does not say that it is paid by CAL-Card."));
        }
        ProgressTerms terms = at.account().terms();
        if (at.account().isInProgress() && terms != null) {
            progressNotes(terms, read.paidOn(), read.stage(), earlier, notes);
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
