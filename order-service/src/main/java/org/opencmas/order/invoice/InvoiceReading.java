package org.opencmas.order.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.account.AccountChange;
import org.opencmas.order.invoice.NewInvoice.NewAdvance;
import org.opencmas.order.invoice.NewInvoice.NewLine;
import org.opencmas.order.invoice.NewInvoice.NewNames;
import org.opencmas.order.invoice.NewInvoice.NewTradedIn;
import org.opencmas.order.invoice.document.InvoiceDocument;
import org.opencmas.order.invoice.document.InvoiceDocument.Advance;
import org.opencmas.order.invoice.document.InvoiceDocument.Line;
import org.opencmas.order.invoice.document.InvoiceDocument.Names;
import org.opencmas.order.invoice.document.InvoiceDocument.TradedIn;
import org.opencmas.order.invoice.document.InvoiceDocument.Type;
import org.opencmas.order.invoice.match.Matching;
import org.opencmas.orderbody.particulars.Particulars.AdvanceBasis;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/** Reads an invoice as it was sent. What is wrong with it against order and receipts is for {@link Matching} to say. */
final class InvoiceReading {
    private static final int MOST_LINES = 1000;

    private final FieldReader fields;
    private final LocalDate today;

    private InvoiceReading(FieldReader fields, LocalDate today) {
        this.fields = fields;
        this.today = today;
    }

    /**
     * @param before the version that is corrected; null for a first one
     * @throws org.opencmas.problem.InvalidRequest (400) that names every fault
     */
    static InvoiceDocument read(NewInvoice sent, AccountChange.Context at, @Nullable InvoiceDocument before) {
        var fields = new FieldReader();
        InvoiceDocument read = new InvoiceReading(fields, at.today()).invoice(sent, before, at.at(), at.by());
        fields.requireNoFaults();
        return read;
    }

    /** Notes what is wrong with an invoice by itself, whether it is a first one or corrects another. */
    static void check(NewInvoice sent, LocalDate today, FieldReader fields) {
        new InvoiceReading(fields, today).invoice(sent, null, Instant.EPOCH, "");
    }

    private InvoiceDocument invoice(NewInvoice sent, @Nullable InvoiceDocument before, Instant sentAt, String sentBy) {
        String number = number(sent.invoiceNumber(), before);
        LocalDate invoicedOn = fields.pastDate("/invoicedOn", sent.invoicedOn(), today);
        LocalDate receivedOn = fields.pastDate("/receivedOn", sent.receivedOn(), today);
        if (before != null && receivedOn.isBefore(before.receivedOn()) && fields.isSound("/receivedOn")) {
            fields.fault("/receivedOn", receivedOn + " is before the corrected invoice came, " + before.receivedOn());
        }
        Names names = names(sent.names());
        List<Line> lines = lines(sent.lines());
        Usd freight = sent.freight() == null ? Usd.ZERO : fields.money("/freight", sent.freight(), 2);
        Usd tax = Usd.sum(lines.stream()
                .map(line -> line.tax() == null ? Usd.ZERO : line.tax())
                .toList());
        List<TradedIn> tradeIns = tradeIns(sent.tradeIns());
        Usd total = Usd.sum(lines.stream().map(Line::amount).toList())
                .plus(tax)
                .plus(freight)
                .minus(Usd.sum(tradeIns.stream().map(TradedIn::amount).toList()));
        requireTotal(sent.total(), total);
        String report = fields.optionalText("/progressReport", sent.progressReport(), 1000);
        String reason = before == null ? null : fields.text("/correctionReason", sent.correctionReason(), 1000);
        return new InvoiceDocument(
                number,
                before == null ? 1 : before.invoiceVersion() + 1,
                invoicedOn,
                receivedOn,
                names,
                lines,
                freight,
                tax,
                tradeIns.isEmpty() ? null : tradeIns,
                total,
                Boolean.TRUE.equals(sent.consumablesIncluded()),
                report,
                reason,
                sentAt,
                sentBy);
    }

    private String number(@Nullable String sent, @Nullable InvoiceDocument before) {
        String number = fields.identifier("/invoiceNumber", sent, 40);
        if (before != null && !Identifier.keyOf(number).equals(Identifier.keyOf(before.invoiceNumber()))) {
            fields.fault(
                    "/invoiceNumber",
                    "is not that of the invoice that is corrected, " + before.invoiceNumber(),
                    "Send the corrected invoice under its number.");
        }
        return before == null ? number : before.invoiceNumber();
    }

    private Names names(@Nullable NewNames sent) {
        NewNames names = sent == null ? new NewNames(null, null, null) : sent;
        return new Names(
                fields.text("/names/onInvoice", names.onInvoice(), 200),
                fields.text("/names/onOrder", names.onOrder(), 200),
                fields.text("/names/onAgreement", names.onAgreement(), 200));
    }

    private void requireTotal(@Nullable String sent, Usd total) {
        if (sent != null) {
            Usd said = fields.money("/total", sent, 2);
            if (!said.equals(total)) {
                fields.fault(
                        "/total",
                        "is " + said + ", but lines, tax and freight less what is traded in come to " + total);
            }
        }
        if (!total.isPositive() && fields.faultCount() == 0) {
            fields.fault("/lines", "come to nothing");
        }
    }

    private List<Line> lines(@Nullable List<@Nullable NewLine> sent) {
        List<Line> lines = new ArrayList<>();
        if (sent == null || sent.isEmpty()) {
            fields.fault("/lines", "is missing");
            return lines;
        }
        Set<String> seen = new HashSet<>();
        fields.each("/lines", sent, MOST_LINES, (pointer, line) -> {
            Line read = line(pointer, line);
            if (!seen.add(Identifier.keyOf(read.lineId()))) {
                fields.fault(pointer + "/lineId", "line " + read.lineId() + " is there twice");
            }
            lines.add(read);
        });
        return lines;
    }

    private Line line(String at, NewLine sent) {
        Type type = fields.requiredChoice(at + "/type", sent.type(), Type.GOODS);
        LocalDate from = fields.optionalDate(at + "/serviceFrom", sent.serviceFrom());
        LocalDate through = fields.optionalDate(at + "/serviceThrough", sent.serviceThrough());
        if (from != null && through != null && through.isBefore(from)) {
            fields.fault(at + "/serviceThrough", "is before the first day, " + from);
        }
        BigDecimal quantity = sent.quantity() == null ? null : fields.quantity(at + "/quantity", sent.quantity());
        return new Line(
                fields.identifier(at + "/lineId", sent.lineId(), 40),
                fields.optionalIdentifier(at + "/orderLineId", sent.orderLineId(), 40),
                type,
                fields.optionalText(at + "/description", sent.description(), 1000),
                quantity,
                fields.money(at + "/amount", sent.amount(), 2),
                sent.tax() == null ? null : fields.money(at + "/tax", sent.tax(), 2),
                from,
                through,
                advance(at + "/advance", sent.advance(), type));
    }

    private List<TradedIn> tradeIns(@Nullable List<@Nullable NewTradedIn> sent) {
        List<TradedIn> tradeIns = new ArrayList<>();
        if (sent != null) {
            fields.each("/tradeIns", sent, MOST_LINES, (pointer, one) -> {
                Usd amount = fields.money(pointer + "/amount", one.amount(), 2);
                if (one.amount() != null && amount.isZero()) {
                    fields.fault(pointer + "/amount", "must be greater than 0");
                }
                tradeIns.add(new TradedIn(fields.text(pointer + "/description", one.description(), 400), amount));
            });
        }
        return tradeIns;
    }

    private @Nullable Advance advance(String at, @Nullable NewAdvance sent, Type type) {
        if (sent == null) {
            return null;
        }
        AdvanceBasis basis = fields.requiredChoice(at + "/basis", sent.basis(), AdvanceBasis.GC_11019);
        if (basis == AdvanceBasis.SUBSCRIPTION && type != Type.SUBSCRIPTION
                || basis == AdvanceBasis.WARRANTY && type != Type.WARRANTY) {
            fields.fault(at + "/basis", basis + " is no basis for a line of " + type);
        }
        return new Advance(basis, fields.text(at + "/provision", sent.provision(), 1000));
    }
}
