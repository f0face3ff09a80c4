package org.opencmas.order.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.IfMatch;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvent;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.order.purchaseorder.store.OrderEvents;
import org.opencmas.order.purchaseorder.store.Orders;
import org.opencmas.order.purchaseorder.store.PaidBalance;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.ProgramCalendar;

/**
 * Lets one act change what was received, billed or paid on one order: finds the order for the caller, holds it, so that two who act at
 * once act one after the other, counts the act in the order's version, and publishes it, all in one transaction.
 *
 * <p>Refuses an order that the caller cannot see (404), one whose state does not allow the act (409), and whatever the act refuses.
 */
@ApplicationScoped
public class AccountChange {
    private static final String COUNT = "update purchase_order set version = ? where order_id = ? and agency_id = ?";

    private final Orders orders;
    private final Accounts accounts;
    private final Database database;
    private final Journal journal;
    private final Clock clock;

    AccountChange(Orders orders, Accounts accounts, Database database, Journal journal, Clock clock) {
        this.orders = orders;
        this.accounts = accounts;
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Where an act happens.
     *
     * @param actNumber the order's version by this act
     * @param today in California
     * @param by the person or system, by the name in its token
     */
    public record Context(
            Connection connection,
            PurchaseOrder order,
            OrderAccount account,
            long actNumber,
            Instant at,
            LocalDate today,
            String by) {
        public UUID orderId() {
            return order.orderId();
        }

        public UUID agencyId() {
            return order.agencyId();
        }

        /** The version in force. */
        public OrderDocument document() {
            return account.inForce();
        }
    }

    /**
     * What an act did.
     *
     * @param type of the event, such as {@code payment.made.v1}
     * @param subject what the event tells beside the order's names, as it is answered
     */
    public record Done<T>(String type, T subject) {}

    /** An act. */
    public interface Act<T> {
        Done<T> on(Context context) throws SQLException;
    }

    /** The account of an order as the caller sees it. */
    public interface Reading<T> {
        T of(Connection connection, PurchaseOrder order) throws SQLException;
    }

    @Transactional
    public <T> T change(UUID orderId, AccountAct act, Visibility visibility, Requester by, Act<T> work) {
        return database.with(connection -> change(connection, orderId, act, visibility, null, by, work));
    }

    /** The same, answering what is read after the act in its transaction: nobody's later act shows in the answer. */
    @Transactional
    public <T, R> R changeAndRead(
            UUID orderId, AccountAct act, Visibility visibility, Requester by, Act<T> work, AccountReading<R> reading) {
        return database.with(connection -> {
            change(connection, orderId, act, visibility, null, by, work);
            PurchaseOrder after = orders.find(connection, orderId).orElseThrow();
            return reading.of(connection, accounts.of(connection, after));
        });
    }

    /** The same where the act needs the order's own entity tag. */
    @Transactional
    public <T> T changeMatched(
            UUID orderId, AccountAct act, Visibility visibility, @Nullable String ifMatch, Requester by, Act<T> work) {
        return database.with(
                connection -> change(connection, orderId, act, visibility, ifMatch == null ? "" : ifMatch, by, work));
    }

    private <T> T change(
            Connection connection,
            UUID orderId,
            AccountAct act,
            Visibility visibility,
            @Nullable String ifMatch,
            Requester by,
            Act<T> work)
            throws SQLException {
        PurchaseOrder order = orders.findForUpdate(connection, orderId)
                .filter(visibility::covers)
                .orElseThrow(() -> new NotFound("order", orderId));
        if (ifMatch != null) {
            IfMatch.require(ifMatch, order.version());
        }
        act.requireIn(order.state());
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long actNumber = order.version() + 1;
        var context = new Context(
                connection,
                order,
                accounts.of(connection, order),
                actNumber,
                at,
                ProgramCalendar.dateOf(at),
                by.name());
        Done<T> done = done(work, context);
        count(context);
        journal.append(by.actor(), event(context, done));
        return done.subject();
    }

    /** @throws PaymentBeyond (409) when the database refuses what the act leaves as the order's balance */
    private static <T> Done<T> done(Act<T> work, Context context) throws SQLException {
        try {
            return work.on(context);
        } catch (SQLException e) {
            if (PaidBalance.isBroken(e)) {
                throw PaymentBeyond.afterwards(context.account());
            }
            throw e;
        }
    }

    private static void count(Context context) throws SQLException {
        try (PreparedStatement update = context.connection().prepareStatement(COUNT)) {
            update.setLong(1, context.actNumber());
            update.setObject(2, context.orderId());
            update.setObject(3, context.agencyId());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("the order is not there although it was locked");
            }
        }
    }

    private static NewEvent event(Context context, Done<?> done) {
        OrderDocument document = context.document();
        var payload = OrderJson.tree(done.subject());
        payload.put("orderId", context.orderId().toString());
        payload.put("agencyId", context.agencyId().toString());
        payload.put("contractorId", document.naming().contractorId().toString());
        payload.put("agencyOrderNumber", document.naming().agencyOrderNumber());
        payload.put("documentVersion", document.documentVersion());
        return new NewEvent(
                OrderEvents.TOPIC, context.orderId().toString(), context.actNumber(), done.type(), payload.toString());
    }

    /** Reads something of an order that the caller sees. */
    public <T> T read(UUID orderId, Visibility visibility, Reading<T> reading) {
        return database.with(connection -> reading.of(
                connection,
                orders.find(connection, orderId)
                        .filter(visibility::covers)
                        .orElseThrow(() -> new NotFound("order", orderId))));
    }

    /** What is read of an account. */
    public interface AccountReading<T> {
        T of(Connection connection, OrderAccount account) throws SQLException;
    }

    /** Reads the account of an order that the caller sees, and something with it. */
    public <T> T readAccount(UUID orderId, Visibility visibility, AccountReading<T> reading) {
        return read(orderId, visibility, (connection, order) -> reading.of(connection, accounts.of(connection, order)));
    }
}
