package org.opencmas.compliance.paymentcheck;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.invoicecheck.BillReading;
import org.opencmas.compliance.invoicecheck.OptionalFields;
import org.opencmas.compliance.paymentcheck.PaymentToCheck.NewDispute;
import org.opencmas.compliance.paymentcheck.PaymentToCheck.PaidInvoice;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.invoice.Bill;
import org.opencmas.compliance.rule.invoice.Bill.PaymentMethod;
import org.opencmas.compliance.rule.invoice.Dispute;
import org.opencmas.compliance.rule.invoice.Payment;
import org.opencmas.compliance.rule.invoice.Payment.Kind;
import org.opencmas.compliance.rule.invoice.PaymentClock;
import org.opencmas.compliance.rule.invoice.Progress;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/**
 * A payment that was sent to be checked, read and found well-formed.
 *
 * @param progress null for a payment of another kind
 * @param buyer null when not said
 */
record PaymentReading(
        Payment payment,
        Bill bill,
        PaymentClock clock,
        @Nullable Progress progress,
        @Nullable AgencyClass buyer,
        List<Attestation> attestations) {
    /**
     * @param recordedBy who sends it
     * @throws InvalidRequest (400) naming every fault
     */
    static PaymentReading read(PaymentToCheck sent, String recordedBy) {
        var reader = new FieldReader();
        PaymentReading read = read(sent, recordedBy, reader);
        reader.requireNoFaults();
        return read;
    }

    /** What is read; of no use when the reader holds a fault. */
    static PaymentReading read(PaymentToCheck sent, String recordedBy, FieldReader reader) {
        var fields = new OptionalFields(reader);
        Payment payment = payment(sent, fields);
        return new PaymentReading(
                payment,
                bill(sent, payment, fields),
                clock(sent.invoice(), fields),
                progress(sent, payment, fields),
                fields.choice("/buyer", sent.buyer(), AgencyClass.LOCAL),
                fields.attestations(sent.attestations(), recordedBy));
    }

    private static Payment payment(PaymentToCheck sent, OptionalFields fields) {
        int before = fields.reader().faultCount();
        Usd amount = fields.money("/amount", sent.amount());
        if (amount.isZero() && fields.reader().faultCount() == before) {
            fields.reader().fault("/amount", "must be greater than 0");
        }
        return new Payment(
                amount,
                fields.reader().choice("/kind", sent.kind(), Kind.ORDINARY),
                fields.reader().date("/paidOn", sent.paidOn()),
                sent.toSmallBusiness());
    }

    private static Bill bill(PaymentToCheck sent, Payment payment, OptionalFields fields) {
        var bill = new BillReading(fields);
        return new Bill(
                fields.reader().choice("/paymentMethod", sent.paymentMethod(), PaymentMethod.INVOICE),
                payment.paidOn(),
                bill.order(sent.order()),
                bill.lines(sent.lines(), null),
                payment.kind() != Kind.PROGRESS,
                fields.reader().optionalText("/advanceLegalBasis", sent.advanceLegalBasis(), 1000),
                null);
    }

    private static PaymentClock clock(@Nullable PaidInvoice sent, OptionalFields fields) {
        if (sent == null) {
            return new PaymentClock(null, null, List.of());
        }
        fields.reader().optionalIdentifier("/invoice/invoiceNumber", sent.invoiceNumber(), 40);
        return new PaymentClock(
                fields.reader().optionalDate("/invoice/acceptedOn", sent.acceptedOn()),
                fields.reader().optionalDate("/invoice/receivedOn", sent.receivedOn()),
                fields.list(
                        "/invoice/disputes",
                        sent.disputes(),
                        PaidInvoice.MAX_DISPUTES,
                        (at, dispute) -> dispute(at, dispute, fields)));
    }

    private static Dispute dispute(String at, NewDispute sent, OptionalFields fields) {
        LocalDate from = fields.reader().date(at + "/from", sent.from());
        LocalDate until = fields.reader().optionalDate(at + "/until", sent.until());
        String corrected = at + "/correctedInvoiceReceivedOn";
        LocalDate correctedOn = fields.reader().optionalDate(corrected, sent.correctedInvoiceReceivedOn());
        if (sent.from() != null) {
            fields.notBefore(at + "/until", until, from, "the day on which the dispute began");
            fields.notBefore(corrected, correctedOn, from, "the day on which the dispute began");
        }
        return new Dispute(from, until, correctedOn);
    }

    private static @Nullable Progress progress(PaymentToCheck sent, Payment payment, OptionalFields fields) {
        boolean isProgress = payment.kind() == Kind.PROGRESS;
        if (sent.progress() == null) {
            if (isProgress) {
                fields.reader().fault("/progress", "is missing: a progress payment is judged by it");
            }
            return null;
        }
        Progress progress = new ProgressReading(fields).progress(sent.progress());
        if (!isProgress) {
            fields.reader().fault("/progress", "must be absent for a payment of the kind " + payment.kind());
            return null;
        }
        return progress;
    }
}
