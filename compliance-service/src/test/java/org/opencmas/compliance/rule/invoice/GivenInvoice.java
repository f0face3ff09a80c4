package org.opencmas.compliance.rule.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.invoice.Bill.PaymentMethod;
import org.opencmas.compliance.rule.invoice.BillFacts.Arrival;
import org.opencmas.compliance.rule.invoice.InvoiceFacts.Names;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/** An invoice of 2026-03-02 for tests, of which each says only what matters to it. */
public final class GivenInvoice {
    public static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private @Nullable PaymentMethod method;
    private @Nullable List<BilledLine> lines;
    private @Nullable String legalBasis;
    private @Nullable BigDecimal taxRate;
    private OrderTerms order = OrderTerms.UNKNOWN;
    private LocalDate payableOn = DAY;
    private List<Attestation> attestations = List.of();

    private GivenInvoice() {}

    public static GivenInvoice invoice(BilledLine... lines) {
        var given = new GivenInvoice();
        given.lines = List.of(lines);
        return given;
    }

    public static GivenInvoice withoutLines() {
        return new GivenInvoice();
    }

    public static BilledLine line(String lineId, LineType type, String amount) {
        return new BilledLine(lineId, type, Usd.of(amount), null, null, null, null);
    }

    /** A line that is for the days through that one; null for a line that names no days. */
    public static BilledLine line(String lineId, LineType type, @Nullable LocalDate through) {
        Period service = through == null ? null : new Period(through.withDayOfMonth(1), through);
        return new BilledLine(lineId, type, Usd.of("100.00"), null, service, null, null);
    }

    public GivenInvoice by(PaymentMethod by) {
        method = by;
        return this;
    }

    public GivenInvoice of(OrderTerms terms) {
        order = terms;
        return this;
    }

    public GivenInvoice payableOn(LocalDate day) {
        payableOn = day;
        return this;
    }

    public GivenInvoice byLaw(String basis) {
        legalBasis = basis;
        return this;
    }

    public GivenInvoice taxedAt(String rate) {
        taxRate = new BigDecimal(rate);
        return this;
    }

    public GivenInvoice attested(String rule) {
        attestations = List.of(new Attestation(rule, "I have checked it.", "C. Clerk", DAY, null));
        return this;
    }

    public InvoiceFacts facts() {
        return new InvoiceFacts(
                DAY,
                new Names("Turf", "Turf", List.of()),
                new Bill(method, payableOn, order, lines, false, legalBasis, taxRate),
                AgencyClass.LOCAL,
                new Arrival(DAY, List.of(), attestations));
    }

    public List<Finding> askedOf(Rule<InvoiceFacts> rule) {
        return RuleBooks.INVOICES.findings(rule, facts()).toList();
    }

    public Verdict verdictOf(Rule<InvoiceFacts> rule) {
        return askedOf(rule).getFirst().verdict();
    }
}
