package org.opencmas.order.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.order.account.AccountAct;
import org.opencmas.order.account.AccountChange;
import org.opencmas.order.invoice.Invoices;
import org.opencmas.order.invoice.MatchOrder;
import org.opencmas.order.invoice.document.Invoice;
import org.opencmas.order.invoice.document.InvoiceAct;
import org.opencmas.order.invoice.document.InvoiceLifecycle;
import org.opencmas.order.invoice.match.Difference;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.order.registry.KnownAgreement;
import org.opencmas.order.registry.RegistryCopy;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Usd;

/**
 * Records payments and those that came back.
 *
 * <p>Refuses an invoice that is not approved (409), one that order and receipts no longer bear out (422, with every difference), more than what of it is open (409), more than may be paid on the order or less withheld than
 * has to be (409), public works or progress payments with them before their payment bond (422), a reference under which the invoice was paid already (409), and a second reversal of one payment (409).
 */
@ApplicationScoped
class MakePayment {
    private final AccountChange changes;
    private final Invoices invoices;
    private final Payments payments;
    private final MatchOrder matches;
    private final RegistryCopy registry;

    MakePayment(
            AccountChange changes, Invoices invoices, Payments payments, MatchOrder matches, RegistryCopy registry) {
        this.matches = matches;
        this.registry = registry;
        this.changes = changes;
        this.invoices = invoices;
        this.payments = payments;
    }

    Payment pay(UUID orderId, NewPayment body, Visibility visibility, Requester by) {
        return changes.change(orderId, AccountAct.PAY, visibility, by, at -> {
            List<Invoice> all = invoices.of(at.connection(), orderId);
            Invoice invoice = PaymentReading.invoice(body, at.today(), all);
            List<Payment> earlier = payments.of(at.connection(), orderId);
            List<KnownAgreement> known =
                    registry.agreements(at.connection(), at.document().agreements());
            Payment payment = PaymentReading.read(body, at, invoice, earlier, known);
            InvoiceLifecycle.require(invoice.state(), InvoiceAct.PAY_IN_PART);
            requireNew(at, payment);
            requireOpen(invoice, payment);
            requireStillMatches(at, all, invoice);
            at.account()
                    .requirePaymentBond(at.account().terms() != null
                            || invoice.document().billsPublicWorksOf(at.account()::isPublicWorks));
            at.account().requireAllows(payment.amount(), payment.withheld(), payment.released());
            Invoice after =
                    invoice.afterPayment(payment.amount(), payment.withheld().minus(payment.released()));
            payments.insert(at, payment);
            invoices.update(at, after);
            return new AccountChange.Done<>("payment.made.v1", payment);
        });
    }

    /** A reference is one however it is written; what came back does not stand in the way of the payment that is made anew under it. */
    private void requireNew(AccountChange.Context at, Payment payment) throws SQLException {
        payments.standingUnder(at.connection(), at.orderId(), payment).ifPresent(same -> {
            throw new Conflict(
                    "payment-recorded",
                    "The invoice was paid under " + same.reference() + " already: " + same.amount() + " on "
                            + same.paidOn() + ".",
                    Map.of("payment", "/v1/orders/" + at.orderId() + "/payments/" + same.paymentId()));
        });
    }

    /** The approval was right on its day; an amendment or a corrected receipt since may have taken its ground away. */
    private void requireStillMatches(AccountChange.Context at, List<Invoice> all, Invoice invoice) throws SQLException {
        List<Difference> blocking = matches.of(at.connection(), at.account(), all).of(invoice.invoiceId()).stream()
                .filter(Difference::blocking)
                .toList();
        if (!blocking.isEmpty()) {
            throw new RefusedByRule(
                    "invoice-differs",
                    "Since the invoice was approved, order, receipts and invoice no longer agree. Dispute it, or mend what differs, then pay.",
                    Map.of("differences", blocking));
        }
    }

    private static void requireOpen(Invoice invoice, Payment payment) {
        Usd open = invoice.open();
        Usd settles = payment.amount().minus(payment.released()).plus(payment.withheld());
        if (!settles.isAtMost(open)) {
            throw new Conflict(
                    "payment-above-invoice",
                    "Of the invoice " + open + " is open; this would pay and withhold " + settles + " of it.",
                    Map.of("open", open, "total", invoice.document().total(), "paid", invoice.paid()));
        }
        if (!payment.released().isAtMost(invoice.withheld())) {
            throw new Conflict(
                    "release-above-withheld",
                    "Of the invoice " + invoice.withheld() + " is withheld; this would release " + payment.released()
                            + ".",
                    Map.of("withheld", invoice.withheld()));
        }
    }

    Payment reverse(UUID orderId, UUID paymentId, NewReversal body, Visibility visibility, Requester by) {
        return changes.change(orderId, AccountAct.PAY, visibility, by, at -> {
            List<Payment> earlier = payments.of(at.connection(), orderId);
            Payment back = find(earlier, paymentId);
            if (back.reverses() != null || earlier.stream().anyMatch(one -> paymentId.equals(one.reverses()))) {
                throw new Conflict(
                        "payment-reversed", "Payment " + paymentId + " came back already, or is a reversal.");
            }
            var fields = new FieldReader();
            LocalDate day = fields.pastDate("/reversedOn", body.reversedOn(), at.today());
            if (fields.faultCount() == 0 && day.isBefore(back.paidOn())) {
                fields.fault("/reversedOn", day + " is before the payment, " + back.paidOn());
            }
            String reason = body.reason(fields);
            fields.requireNoFaults();
            var reversal = new Payment(
                    TimeOrderedId.next(),
                    back.invoiceId(),
                    day,
                    back.method(),
                    back.reference(),
                    back.amount().negated(),
                    back.withheld().negated(),
                    back.released().negated(),
                    null,
                    paymentId,
                    List.of(new Payment.Note("PAYMENT-CAME-BACK", reason)),
                    at.at(),
                    at.by());
            Invoice invoice = Invoices.find(invoices.of(at.connection(), orderId), back.invoiceId());
            if (!back.withheld().minus(back.released()).isAtMost(invoice.withheld())) {
                throw new Conflict(
                        "withheld-released",
                        "What was withheld with this payment was released since; have the release come back first.");
            }
            Invoice after =
                    invoice.afterPayment(reversal.amount(), reversal.withheld().minus(reversal.released()));
            payments.insert(at, reversal);
            invoices.update(at, after);
            return new AccountChange.Done<>("payment.reversed.v1", reversal);
        });
    }

    /** @throws NotFound (404) when the order has no such payment */
    private static Payment find(List<Payment> payments, UUID paymentId) {
        return payments.stream()
                .filter(payment -> payment.paymentId().equals(paymentId))
                .findFirst()
                .orElseThrow(() -> new NotFound("payment", paymentId));
    }

    /** @param after the last one of the page before; null for the first page */
    List<Payment> list(UUID orderId, @Nullable UUID after, int most, Visibility visibility) {
        return changes.read(
                orderId, visibility, (connection, order) -> payments.page(connection, orderId, after, most));
    }

    Payment read(UUID orderId, UUID paymentId, Visibility visibility) {
        return changes.read(
                orderId,
                visibility,
                (connection, order) -> payments.find(connection, orderId, paymentId)
                        .orElseThrow(() -> new NotFound("payment", paymentId)));
    }
}
