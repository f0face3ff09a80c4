package org.opencmas.order.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opencmas.order.account.AccountChange;
import org.opencmas.order.purchaseorder.document.OrderJson;

/** The stored payments. The database refuses one beyond what may be paid, whoever writes it. */
@ApplicationScoped
public class Payments {
    private static final String ALL = "select document from payment where order_id = ? order by act_number";
    private static final String INSERT = """
            insert into payment (payment_id, order_id, agency_id, invoice_id, act_number, paid_on, method, reference, amount, withheld,
                released, reverses, document)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    /** All of an order, the oldest first. */
    public List<Payment> of(Connection connection, UUID orderId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALL)) {
            select.setObject(1, orderId);
            try (ResultSet row = select.executeQuery()) {
                List<Payment> payments = new ArrayList<>();
                while (row.next()) {
                    payments.add(OrderJson.read(row.getString(1), Payment.class));
                }
                return payments;
            }
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
