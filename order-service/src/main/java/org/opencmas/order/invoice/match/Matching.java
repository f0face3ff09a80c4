package org.opencmas.order.invoice.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.account.OrderAccount;
import org.opencmas.order.invoice.document.Invoice;
import org.opencmas.order.invoice.document.InvoiceDocument;
import org.opencmas.order.invoice.document.InvoiceDocument.Type;
import org.opencmas.order.invoice.document.InvoiceState;
import org.opencmas.order.invoice.match.Difference.Reason;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderDocument.TradedIn;
import org.opencmas.order.receipt.Receipt;
import org.opencmas.order.registry.KnownAgreement;
import org.opencmas.orderbody.LineKind;
import org.opencmas.orderbody.particulars.Particulars.AdvanceBasis;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/**
 * Compares order, receipts and invoices line by line, the invoices in the order in which they first came, so that the later one shows what
 * is too much. Disputed invoices bill nothing.
 */
public final class Matching {
    private final OrderAccount account;
    private final AcceptedQuantities accepted;
    private final List<KnownAgreement> agreements;
    private final Map<String, OrderDocument.Line> ordered = new HashMap<>();
    private final Map<String, Usd> billed = new HashMap<>();
    private final Map<String, Usd> billedAsAccepted = new HashMap<>();
    private final Set<String> warrantiesPaid = new HashSet<>();
    private final List<Difference> differences = new ArrayList<>();
    private final Map<String, TradedIn> tradedIn;
    private Usd tax;
    private Usd freight;

    private Matching(
            OrderAccount account, List<Receipt> receipts, List<KnownAgreement> agreements, BilledBefore before) {
        before.lines().forEach((key, line) -> {
            billed.put(key, line.billed());
            billedAsAccepted.put(key, line.asAccepted());
            if (line.hasWarranty()) {
                warrantiesPaid.add(key);
            }
        });
        this.tradedIn = new HashMap<>(before.tradeIns());
        this.tax = before.tax();
        this.freight = before.freight();
        this.account = account;
        this.agreements = List.copyOf(agreements);
        this.accepted = new AcceptedQuantities(receipts);
        account.inForce().lines().forEach(line -> ordered.putIfAbsent(key(line), line));
    }

    /**
     * The match as it stands.
     *
     * @param receipts those that were not replaced
     * @param invoices in the order in which they first came
     * @param agreements those of the order that the registry told of
     */
    public static OrderMatch of(
            OrderAccount account, List<Receipt> receipts, List<Invoice> invoices, List<KnownAgreement> agreements) {
        var matching = new Matching(account, receipts, agreements, BilledBefore.NOTHING);
        invoices.stream()
                .filter(invoice -> invoice.state() != InvoiceState.DISPUTED)
                .forEach(matching::add);
        return matching.result();
    }

    /** What is to be said of some invoices that came one after the other, after those that are only summed up. */
    public static List<Difference> ofPage(
            OrderAccount account,
            List<Receipt> receipts,
            BilledBefore before,
            List<Invoice> invoices,
            List<KnownAgreement> agreements) {
        var matching = new Matching(account, receipts, agreements, before);
        invoices.stream()
                .filter(invoice -> invoice.state() != InvoiceState.DISPUTED)
                .forEach(matching::add);
        return List.copyOf(matching.differences);
    }

    /** The day on which all that an invoice bills was accepted or done, of each invoice of such a page; none before that. */
    public static Map<UUID, LocalDate> acceptedOn(
            OrderAccount account, List<Receipt> receipts, BilledBefore before, List<Invoice> invoices) {
        var matching = new Matching(account, receipts, List.of(), before);
        Map<UUID, LocalDate> days = new HashMap<>();
        for (Invoice invoice : invoices) {
            LocalDate day = matching.acceptedOn(invoice);
            if (day != null) {
                days.put(invoice.invoiceId(), day);
            }
            if (invoice.state() != InvoiceState.DISPUTED) {
                matching.add(invoice);
            }
        }
        return days;
    }

    private void add(Invoice invoice) {
        InvoiceDocument document = invoice.document();
        document.lines().forEach(line -> add(invoice, line));
        document.subtracted().forEach(one -> subtract(invoice, one));
        LocalDate orderDate = account.inForce().naming().orderDate();
        if (document.invoicedOn().isBefore(orderDate)) {
            note(
                    invoice,
                    Reason.DATED_BEFORE_ORDER,
                    null,
                    "The invoice is of %s, before the order of %s.",
                    document.invoicedOn(),
                    orderDate);
        }
        boolean itemized = document.lines().stream().anyMatch(line -> line.type() == Type.CONSUMABLES);
        if (document.consumablesIncluded() && !itemized) {
            note(
                    invoice,
                    Reason.CONSUMABLES_NOT_ITEMIZED,
                    null,
                    "The maintenance includes consumables, and no line itemizes them with their tax.");
        }
        tax = tax.plus(document.tax());
        Usd taxOrdered = account.inForce().amounts().tax();
        if (document.tax().isPositive() && !tax.isAtMost(taxOrdered)) {
            note(invoice, Reason.TAX_ABOVE_ORDER, null, "Tax billed so far is %s; the order has %s.", tax, taxOrdered);
        }
        freight = freight.plus(document.freight());
        Usd freightOrdered = account.inForce().amounts().freight();
        if (document.freight().isPositive() && !freight.isAtMost(freightOrdered)) {
            note(
                    invoice,
                    Reason.FREIGHT_ABOVE_ORDER,
                    null,
                    "Freight billed so far is %s; the order has %s.",
                    freight,
                    freightOrdered);
        }
        if (account.isInProgress() && document.progressReport() == null) {
            note(
                    invoice,
                    Reason.NO_PROGRESS_REPORT,
                    null,
                    "A progress payment is based on a written progress report that comes with the invoice; none is named.");
        }
        differences.addAll(CompanyNameCheck.check(invoice, account.inForce().agreements(), agreements));
    }

    private void add(Invoice invoice, InvoiceDocument.Line line) {
        OrderDocument.Line of = orderLine(line);
        if (of == null) {
            boolean isTravel = line.type() == Type.TRAVEL;
            note(
                    invoice,
                    isTravel ? Reason.TRAVEL_NOT_ORDERED : Reason.NOT_ON_ORDER,
                    line.lineId(),
                    "Line %s of the invoice bills no line of the order.",
                    line.lineId());
        } else {
            addOrdered(invoice, line, of);
        }
        checkByItself(invoice, line, of != null && of.ordered().kind() == LineKind.SERVICES);
    }

    private void subtract(Invoice invoice, InvoiceDocument.TradedIn one) {
        TradedIn ordered = account.inForce().tradedIn(one.description());
        TradedIn all = tradedIn.getOrDefault(Identifier.keyOf(one.description()), TradedIn.NONE)
                .plus(one.amount());
        tradedIn.put(Identifier.keyOf(one.description()), all);
        if (ordered.times() == 0) {
            note(
                    invoice,
                    Reason.TRADE_IN_NOT_ON_ORDER,
                    null,
                    "The order has no \"%s\" that is taken in part payment.",
                    one.description());
        } else if (all.times() > ordered.times()) {
            note(
                    invoice,
                    Reason.TRADE_IN_SUBTRACTED_TWICE,
                    null,
                    "\"%s\" is subtracted %d times; the order has it %d times.",
                    one.description(),
                    all.times(),
                    ordered.times());
        } else if (!all.amount().isAtMost(ordered.amount())) {
            note(
                    invoice,
                    Reason.TRADE_IN_ABOVE_ORDER,
                    null,
                    "Subtracted so far for \"%s\" are %s; the order allows %s.",
                    one.description(),
                    all.amount(),
                    ordered.amount());
        }
    }

    private void addOrdered(Invoice invoice, InvoiceDocument.Line line, OrderDocument.Line of) {
        String key = key(of);
        String lineId = of.ordered().lineId();
        if (line.type() == Type.TRAVEL && of.ordered().kind() != LineKind.TRAVEL) {
            note(invoice, Reason.TRAVEL_NOT_ORDERED, lineId, "Line %s of the order is no travel line.", lineId);
        }
        BigDecimal quantity = line.quantity();
        if (quantity != null) {
            Usd atPrice = of.ordered().unitPrice().times(quantity).roundedHalfUp();
            if (!line.amount().isAtMost(atPrice)) {
                note(
                        invoice,
                        Reason.PRICE_ABOVE_ORDER,
                        lineId,
                        "%s at the order's price come to %s; billed are %s.",
                        quantity.toPlainString(),
                        atPrice,
                        line.amount());
            }
        }
        Usd all = billed.merge(key, line.amount(), Usd::plus);
        if (!all.isAtMost(of.ordered().amount())) {
            note(
                    invoice,
                    Reason.BILLED_ABOVE_ORDER,
                    lineId,
                    "Billed so far are %s; the order's line has %s.",
                    all,
                    of.ordered().amount());
        }
        if (line.advance() == null) {
            Usd ofAccepted = billedAsAccepted.merge(key, line.amount(), Usd::plus);
            Usd accepted = account.acceptedWorthOf(of);
            if (!account.isInProgress() && !ofAccepted.isAtMost(accepted)) {
                note(
                        invoice,
                        Reason.BILLED_ABOVE_ACCEPTED,
                        lineId,
                        "Billed so far are %s; accepted are %s.",
                        ofAccepted,
                        accepted);
            }
        } else if (!account.inForce()
                .letsBePaidInAdvance(of.ordered(), line.advance().basis())) {
            note(
                    invoice,
                    Reason.ADVANCE_NOT_FOR_THE_LINE,
                    lineId,
                    of.ordered().isPayableInAdvance(line.advance().basis())
                            ? "The order does not let line %2$s be paid in advance as %3$s: no provision of it says so."
                            : "The order buys %s by line %s, which %s does not let be paid in advance.",
                    of.ordered().kind(),
                    lineId,
                    line.advance().basis());
        } else if (line.advance().basis() == AdvanceBasis.WARRANTY && !warrantiesPaid.add(key)) {
            note(invoice, Reason.WARRANTY_PAID_TWICE, lineId, "A warranty is paid in advance one time.");
        }
    }

    private void checkByItself(Invoice invoice, InvoiceDocument.Line line, boolean isOrderedAsService) {
        LocalDate through = line.serviceThrough();
        LocalDate received = invoice.document().receivedOn();
        if (line.advance() == null && through != null && through.isAfter(received)) {
            note(
                    invoice,
                    Reason.SERVICE_NOT_DONE,
                    line.lineId(),
                    "The service goes through %s, after the invoice came on %s; it is not paid in advance.",
                    through,
                    received);
        } else if (line.advance() == null
                && through == null
                && (line.type().isService() || isOrderedAsService)
                && account.isInProgress()) {
            note(
                    invoice,
                    Reason.SERVICE_NOT_DONE,
                    line.lineId(),
                    "The days of the service are not said, so nobody knows that it was done.");
        }
        Usd lineTax = line.tax();
        if (line.type() == Type.CONSUMABLES && lineTax == null) {
            note(
                    invoice,
                    Reason.CONSUMABLES_NOT_ITEMIZED,
                    line.lineId(),
                    "The tax on the consumables is not itemized.");
        } else if (line.type() == Type.MAINTENANCE && lineTax != null && lineTax.isPositive()) {
            note(
                    invoice,
                    Reason.MAINTENANCE_TAXED,
                    line.lineId(),
                    "Maintenance alone is not taxable; %s of tax is billed on it.",
                    lineTax);
        }
    }

    private OrderMatch result() {
        List<OrderMatch.Line> lines = new ArrayList<>();
        for (OrderDocument.Line line : account.inForce().lines()) {
            String key = key(line);
            Usd worth = account.acceptedWorthOf(line);
            Usd sum = billed.getOrDefault(key, Usd.ZERO);
            BigDecimal quantity = account.accepted().getOrDefault(key, BigDecimal.ZERO);
            if (!worth.isAtMost(sum)) {
                differences.add(Reason.ACCEPTED_NOT_BILLED.on(
                        null, line.ordered().lineId(), "Accepted are %s; billed are %s.", worth, sum));
            }
            if (quantity.compareTo(line.ordered().quantity()) < 0) {
                differences.add(Reason.ORDERED_NOT_ACCEPTED.on(
                        null,
                        line.ordered().lineId(),
                        "Ordered are %s; accepted are %s.",
                        line.ordered().quantity().toPlainString(),
                        quantity.toPlainString()));
            }
            lines.add(new OrderMatch.Line(
                    line.ordered().lineId(),
                    line.ordered().quantity(),
                    accepted.received(key),
                    quantity,
                    line.ordered().amount(),
                    worth,
                    sum));
        }
        return new OrderMatch(account.inForce().orderId(), account.inForce().documentVersion(), lines, differences);
    }

    private @Nullable LocalDate acceptedOn(Invoice invoice) {
        LocalDate last = null;
        Map<String, Usd> own = new HashMap<>();
        for (InvoiceDocument.Line line : invoice.document().lines()) {
            LocalDate day = acceptedOn(invoice, line, own);
            if (day == null) {
                return null;
            }
            last = last == null || day.isAfter(last) ? day : last;
        }
        return last;
    }

    /** @param own what lines of the same invoice bill, by the key of the order's line */
    private @Nullable LocalDate acceptedOn(Invoice invoice, InvoiceDocument.Line line, Map<String, Usd> own) {
        if (line.advance() != null) {
            return invoice.document().receivedOn();
        }
        OrderDocument.Line of = orderLine(line);
        if (of == null) {
            return null;
        }
        Usd needed =
                billedAsAccepted.getOrDefault(key(of), Usd.ZERO).plus(own.merge(key(of), line.amount(), Usd::plus));
        LocalDate day = accepted.on(key(of), of.ordered().unitPrice(), needed);
        return day == null && account.isInProgress() ? line.serviceThrough() : day;
    }

    private OrderDocument.@Nullable Line orderLine(InvoiceDocument.Line line) {
        String id = line.orderLineId();
        return id == null ? null : ordered.get(Identifier.keyOf(id));
    }

    private static String key(OrderDocument.Line line) {
        return Identifier.keyOf(line.ordered().lineId());
    }

    private void note(Invoice invoice, Reason reason, @Nullable String lineId, String message, Object... values) {
        differences.add(reason.on(invoice.invoiceId(), lineId, message, values));
    }
}
