package org.opencmas.order.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.IfMatch;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.order.account.AccountAct;
import org.opencmas.order.account.AccountChange;
import org.opencmas.order.account.OrderAccount;
import org.opencmas.order.account.terms.PaymentFigures;
import org.opencmas.order.invoice.document.Invoice;
import org.opencmas.order.invoice.document.InvoiceAct;
import org.opencmas.order.invoice.document.InvoiceDocument;
import org.opencmas.order.invoice.document.InvoiceLifecycle;
import org.opencmas.order.invoice.document.InvoiceState;
import org.opencmas.order.invoice.document.PromptPayment;
import org.opencmas.order.invoice.match.BilledBefore;
import org.opencmas.order.invoice.match.Difference;
import org.opencmas.order.invoice.match.Matching;
import org.opencmas.order.invoice.match.OrderMatch;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.order.receipt.Receipt;
import org.opencmas.order.receipt.Receipts;
import org.opencmas.order.registry.KnownAgreement;
import org.opencmas.order.registry.RegistryCopy;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * Takes invoices, sends them back, takes their corrections and approves them.
 *
 * <p>Refuses a number of the same contractor that is there already (409), an act that the invoice's state does not allow (409), a stale
 * {@code If-Match} (412), a correction below what was paid (409), and the approval of an invoice that order, receipts or names do not bear
 * out (422, with every difference) or that bills public works before their payment bond (422).
 */
@ApplicationScoped
class KeepInvoice {
    /** For an order of a day before the first of the program's calendar. */
    private static final int USUAL_DAYS = 45;

    private final AccountChange changes;
    private final Invoices invoices;
    private final Receipts receipts;
    private final RegistryCopy registry;
    private final MatchOrder matches;

    KeepInvoice(
            AccountChange changes, Invoices invoices, Receipts receipts, RegistryCopy registry, MatchOrder matches) {
        this.matches = matches;
        this.changes = changes;
        this.invoices = invoices;
        this.receipts = receipts;
        this.registry = registry;
    }

    /** An invoice as it is answered, and its version. */
    record Kept(InvoiceView view, long version) {}

    Kept receive(UUID orderId, NewInvoice body, Visibility visibility, Requester by) {
        UUID invoiceId = TimeOrderedId.next();
        return changed(orderId, invoiceId, visibility, by, at -> {
            InvoiceDocument document = InvoiceReading.read(body, at, null);
            var invoice = new Invoice(invoiceId, InvoiceState.RECEIVED, 1, document, Usd.ZERO, Usd.ZERO, List.of());
            invoices.insert(at, invoice);
            return new AccountChange.Done<>("invoice.received.v1", invoice);
        });
    }

    Kept correct(
            UUID orderId,
            UUID invoiceId,
            NewInvoice body,
            Visibility visibility,
            @Nullable String ifMatch,
            Requester by) {
        return changed(orderId, invoiceId, visibility, by, at -> {
            Invoice before = held(at, invoiceId, ifMatch);
            InvoiceDocument document = InvoiceReading.read(body, at, before.document());
            Invoice corrected = before.corrected(document);
            requireClockRunsOn(before, document);
            Usd settled = before.paid().plus(before.withheld());
            if (!settled.isAtMost(document.total())) {
                throw new Conflict(
                        "invoice-below-paid",
                        "Of the invoice " + settled + " is paid or withheld; the corrected one comes to "
                                + document.total() + ". Have the payment come back first.",
                        Map.of("settled", settled, "total", document.total()));
            }
            invoices.correct(at, corrected);
            return new AccountChange.Done<>("invoice.corrected.v1", corrected);
        });
    }

    /** Only what was disputed begins a new day 0 (PAY-45-DAYS); else the agency would give itself time by having an invoice sent again. */
    private static void requireClockRunsOn(Invoice before, InvoiceDocument corrected) {
        LocalDate received = before.document().receivedOn();
        if (before.state() != InvoiceState.DISPUTED && !corrected.receivedOn().equals(received)) {
            throw new RefusedByRule(
                    "clock-runs-on",
                    "The invoice was not disputed, so its time to pay runs on from " + received
                            + ". Send receivedOn as " + received
                            + ", or dispute the invoice first, with the day on which that was done.",
                    Map.of("rule", "PAY-45-DAYS", "receivedOn", received));
        }
    }

    Kept dispute(
            UUID orderId,
            UUID invoiceId,
            NewDispute body,
            Visibility visibility,
            @Nullable String ifMatch,
            Requester by) {
        return changed(orderId, invoiceId, visibility, by, at -> {
            Invoice before = held(at, invoiceId, ifMatch);
            InvoiceLifecycle.require(before.state(), InvoiceAct.DISPUTE);
            var fields = new FieldReader();
            String reason = body.reason(fields);
            LocalDate day = day(
                    fields, "/disputedOn", body.disputedOn(), before.document().receivedOn(), at.today());
            fields.requireNoFaults();
            return said(at, before, InvoiceAct.DISPUTE, day, reason, "invoice.disputed.v1");
        });
    }

    Kept withdraw(
            UUID orderId,
            UUID invoiceId,
            NewWithdrawal body,
            Visibility visibility,
            @Nullable String ifMatch,
            Requester by) {
        return changed(orderId, invoiceId, visibility, by, at -> {
            Invoice before = held(at, invoiceId, ifMatch);
            InvoiceLifecycle.require(before.state(), InvoiceAct.WITHDRAW_DISPUTE);
            var fields = new FieldReader();
            String reason = body.reason(fields);
            LocalDate from = before.acts().getLast().actedOn();
            LocalDate day = day(fields, "/withdrawnOn", body.withdrawnOn(), from, at.today());
            fields.requireNoFaults();
            return said(at, before, InvoiceAct.WITHDRAW_DISPUTE, day, reason, "invoice.dispute-withdrawn.v1");
        });
    }

    Kept approve(
            UUID orderId,
            UUID invoiceId,
            NewApproval body,
            Visibility visibility,
            @Nullable String ifMatch,
            Requester by) {
        return changed(orderId, invoiceId, visibility, by, at -> {
            Invoice before = held(at, invoiceId, ifMatch);
            InvoiceLifecycle.require(before.state(), InvoiceAct.APPROVE);
            var fields = new FieldReader();
            String note = body.note(fields);
            fields.requireNoFaults();
            at.account().requirePaymentBond(before.document().billsPublicWorksOf(at.account()::isPublicWorks));
            List<Difference> differences =
                    matches.of(at.connection(), at.account()).of(invoiceId);
            boolean namesOpen = note == null
                    && differences.stream()
                            .anyMatch(difference -> difference.reason() == Difference.Reason.NAME_PUNCTUATION);
            if (namesOpen || differences.stream().anyMatch(Difference::blocking)) {
                throw new RefusedByRule(
                        "invoice-differs",
                        "Order, receipts and invoice do not agree; dispute the invoice, or mend what differs."
                                + (namesOpen
                                        ? " Say in sameCompanyNote that the names mean one company, if they do."
                                        : ""),
                        Map.of("differences", differences));
            }
            return said(at, before, InvoiceAct.APPROVE, at.today(), note, "invoice.approved.v1");
        });
    }

    private static LocalDate day(
            FieldReader fields, String pointer, @Nullable String raw, LocalDate from, LocalDate today) {
        if (raw == null) {
            return today;
        }
        int before = fields.faultCount();
        LocalDate day = fields.pastDate(pointer, raw, today);
        if (fields.faultCount() == before && day.isBefore(from)) {
            fields.fault(pointer, day + " is before " + from);
        }
        return day;
    }

    private Invoice held(AccountChange.Context at, UUID invoiceId, @Nullable String ifMatch) throws SQLException {
        Invoice invoice = Invoices.find(invoices.of(at.connection(), at.orderId()), invoiceId);
        IfMatch.require(ifMatch, invoice.version());
        return invoice;
    }

    private AccountChange.Done<Invoice> said(
            AccountChange.Context at,
            Invoice before,
            InvoiceAct act,
            LocalDate day,
            @Nullable String reason,
            String type)
            throws SQLException {
        var said = new Invoice.Said(act, before.document().invoiceVersion(), day, reason, at.at(), at.by());
        Invoice after = before.after(said);
        invoices.say(at, after);
        return new AccountChange.Done<>(type, after);
    }

    private Kept changed(
            UUID orderId, UUID invoiceId, Visibility visibility, Requester by, AccountChange.Act<Invoice> work) {
        return changes.changeAndRead(
                orderId,
                AccountAct.BILL,
                visibility,
                by,
                work,
                (connection, account) -> read(connection, account, invoiceId));
    }

    Kept read(UUID orderId, UUID invoiceId, Visibility visibility) {
        return changes.readAccount(orderId, visibility, (connection, account) -> read(connection, account, invoiceId));
    }

    private Kept read(Connection connection, OrderAccount account, UUID invoiceId) throws SQLException {
        Invoice invoice = invoices.find(connection, account.inForce().orderId(), invoiceId)
                .orElseThrow(() -> new NotFound("invoice", invoiceId));
        return kept(connection, account, List.of(invoice)).getFirst();
    }

    /** @param after the last one of the page before; null for the first page */
    List<Kept> list(UUID orderId, @Nullable UUID after, int most, Visibility visibility) {
        return changes.readAccount(
                orderId,
                visibility,
                (connection, account) -> kept(connection, account, invoices.page(connection, orderId, after, most)));
    }

    /** @param page some invoices that came one after the other */
    private List<Kept> kept(Connection connection, OrderAccount account, List<Invoice> page) throws SQLException {
        if (page.isEmpty()) {
            return List.of();
        }
        UUID orderId = account.inForce().orderId();
        List<Receipt> standing = Receipts.standing(receipts.of(connection, orderId));
        BilledBefore before =
                invoices.billedBefore(connection, orderId, page.getFirst().invoiceId());
        List<CmasNumber> ordered = account.inForce().agreements();
        List<KnownAgreement> known = registry.agreements(connection, ordered);
        List<Difference> differences = Matching.ofPage(account, standing, before, page, known);
        Map<UUID, LocalDate> acceptedOn = Matching.acceptedOn(account, standing, before, page);
        int days = PaymentFigures.on(connection, account.inForce().naming().orderDate())
                .promptPaymentDays()
                .orElse(USUAL_DAYS);
        List<Kept> kept = new ArrayList<>();
        for (Invoice invoice : page) {
            PromptPayment clock = PromptPayment.of(
                    acceptedOn.get(invoice.invoiceId()), invoice.document().receivedOn(), invoice.disputes(), days);
            List<Difference> its = differences.stream()
                    .filter(difference -> invoice.invoiceId().equals(difference.invoiceId()))
                    .toList();
            var names = InvoiceView.NameOnAgreement.of(invoice.document(), ordered, known);
            kept.add(new Kept(InvoiceView.of(invoice, clock, its, names), invoice.version()));
        }
        return kept;
    }

    OrderMatch match(UUID orderId, Visibility visibility) {
        return changes.readAccount(orderId, visibility, matches::of);
    }
}
