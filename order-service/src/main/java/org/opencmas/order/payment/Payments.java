package org.opencmas.order.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.account.AccountChange;
import org.opencmas.order.purchaseorder.document.OrderJson;

/** The stored payments. The database refuses one beyond what may be paid, whoever writes it. */
@ApplicationScoped
public class Payments {
    private static final String ALL = "select document from payment where order_id = ? order by act_number";
    private static final String PAGE = """
            select document from payment
            where order_id = ? and (?::uuid is null
                or act_number > (select act_number from payment where payment_id = ? and order_id = ?))
            order by act_number limit ?
            """;
    private static final String ONE = "select document from payment where order_id = ? and payment_id = ?";
    private static final String STANDING_UNDER = """
            select document from payment p
            where order_id = ? and invoice_id = ? and method = ? and reference_key = payment_reference_key(?)
                and payment_reference_is(reference, ?) and reverses is null
                and not exists (select from payment back where back.reverses = p.payment_id)
            """;
    private static final String INSERT = """
            insert into payment (payment_id, order_id, agency_id, invoice_id, act_number, paid_on, method, reference, amount, withheld,
                released, reverses, document)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    /** All of an order, the oldest first. */
    public List<Payment> of(Connection connection, UUID orderId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALL)) {
            select.setObject(1, orderId);
            return read(select);
        }
    }

    /**
     * Some of an order, the oldest first.
     *
     * @param after the last one of the page before; null for the first page
     */
    List<Payment> page(Connection connection, UUID orderId, @Nullable UUID after, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setObject(1, orderId);
            select.setObject(2, after);
            select.setObject(3, after);
            select.setObject(4, orderId);
            select.setInt(5, most);
            return read(select);
        }
    }

    Optional<Payment> find(Connection connection, UUID orderId, UUID paymentId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setObject(1, orderId);
            select.setObject(2, paymentId);
            return read(select).stream().findFirst();
        }
    }

    /** The payment of the same invoice in the same way under the same reference, however that is written, that did not come back: see
     * {@code payment_reference_is} of the database. */
    Optional<Payment> standingUnder(Connection connection, UUID orderId, Payment other) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STANDING_UNDER)) {
            select.setObject(1, orderId);
            select.setObject(2, other.invoiceId());
            select.setString(3, other.method().name());
            select.setString(4, other.reference());
            select.setString(5, other.reference());
            return read(select).stream().findFirst();
        }
    }

    private static List<Payment> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Payment> payments = new ArrayList<>();
            while (row.next()) {
                payments.add(OrderJson.read(row.getString(1), Payment.class));
            }
            return payments;
        }
    }

    void insert(AccountChange.Context at, Payment payment) throws SQLException {
        try (PreparedStatement insert = at.connection().prepareStatement(INSERT)) {
            insert.setObject(1, payment.paymentId());
            insert.setObject(2, at.orderId());
            insert.setObject(3, at.agencyId());
            insert.setObject(4, payment.invoiceId());
            insert.setLong(5, at.actNumber());
            insert.setObject(6, payment.paidOn());
            insert.setString(7, payment.method().name());
            insert.setString(8, payment.reference());
            insert.setBigDecimal(9, payment.amount().amount());
            insert.setBigDecimal(10, payment.withheld().amount());
            insert.setBigDecimal(11, payment.released().amount());
            insert.setObject(12, payment.reverses());
            insert.setString(13, OrderJson.write(payment));
            insert.executeUpdate();
        }
    }
}
