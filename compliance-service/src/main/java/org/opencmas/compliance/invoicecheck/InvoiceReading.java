package org.opencmas.compliance.invoicecheck;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.invoice.Bill;
import org.opencmas.compliance.rule.invoice.Bill.PaymentMethod;
import org.opencmas.compliance.rule.invoice.Period;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.CmasNumber;

/**
 * An invoice that was sent to be checked, read and found well-formed.
 *
 * @param cmasNumbers every CMAS of the order, each once
 * @param buyer null when not said
 */
record InvoiceReading(
        LocalDate invoicedOn,
        String nameOnInvoice,
        String nameOnOrder,
        List<CmasNumber> cmasNumbers,
        Bill bill,
        @Nullable AgencyClass buyer,
        List<Attestation> attestations) {
    /**
     * @param recordedBy who sends it
     * @throws InvalidRequest (400) naming every fault
     */
    static InvoiceReading read(InvoiceToCheck sent, String recordedBy) {
        var reader = new FieldReader();
        InvoiceReading read = read(sent, recordedBy, reader);
        reader.requireNoFaults();
        return read;
    }

    /** What is read; of no use when the reader holds a fault. */
    static InvoiceReading read(InvoiceToCheck sent, String recordedBy, FieldReader reader) {
        var fields = new OptionalFields(reader);
        LocalDate invoicedOn = reader.date("/invoicedOn", sent.invoicedOn());
        return new InvoiceReading(
                invoicedOn,
                reader.text("/nameOnInvoice", sent.nameOnInvoice(), 200),
                reader.text("/nameOnOrder", sent.nameOnOrder(), 200),
                cmasNumbers(sent, fields),
                bill(sent, invoicedOn, fields),
                fields.choice("/buyer", sent.buyer(), AgencyClass.LOCAL),
                fields.attestations(sent.attestations(), recordedBy));
    }

    private static Bill bill(InvoiceToCheck sent, LocalDate invoicedOn, OptionalFields fields) {
        var bill = new BillReading(fields);
        fields.reader().optionalIdentifier("/invoiceNumber", sent.invoiceNumber(), 40);
        LocalDate paymentOn = fields.reader().optionalDate("/paymentOn", sent.paymentOn());
        if (sent.invoicedOn() != null) {
            fields.notBefore("/paymentOn", paymentOn, invoicedOn, "the date on the invoice");
        }
        Period service = fields.period("", sent.serviceFrom(), sent.serviceThrough());
        BigDecimal taxRate = fields.share("/taxRate", sent.taxRate());
        return new Bill(
                fields.choice("/paymentMethod", sent.paymentMethod(), PaymentMethod.INVOICE),
                paymentOn == null ? invoicedOn : paymentOn,
                bill.order(sent.order()),
                bill.lines(sent.lines(), service),
                false,
                fields.reader().optionalText("/advanceLegalBasis", sent.advanceLegalBasis(), 1000),
                taxRate);
    }

    private static List<CmasNumber> cmasNumbers(InvoiceToCheck sent, OptionalFields fields) {
        if (sent.cmasNumbers() == null || sent.cmasNumbers().isEmpty()) {
            fields.reader().fault("/cmasNumbers", sent.cmasNumbers() == null ? "is missing" : "must not be empty");
            return List.of();
        }
        return fields
                .list(
                        "/cmasNumbers",
                        sent.cmasNumbers(),
                        InvoiceToCheck.MAX_AGREEMENTS,
                        (at, number) -> Stream.ofNullable(fields.reader()
                                        .<CmasNumber>value(at, number, "is no CMAS number", CmasNumber::parse))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
