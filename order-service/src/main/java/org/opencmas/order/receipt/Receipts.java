package org.opencmas.order.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.account.AccountChange;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.terms.Identifier;

/** The stored receipts. */
@ApplicationScoped
public class Receipts {
    private static final String ALL = "select document from receipt where order_id = ? order by act_number";
    private static final String PAGE = """
            select document from receipt
            where order_id = ? and (?::uuid is null
                or act_number > (select act_number from receipt where receipt_id = ? and order_id = ?))
            order by act_number limit ?
            """;
    private static final String ONE = "select document from receipt where order_id = ? and receipt_id = ?";
    private static final String NUMBERED =
            "select document from receipt where order_id = ? and number_key = order_number_key(?)";
    private static final String INSERT = """
            insert into receipt (receipt_id, order_id, agency_id, act_number, accepted_on, is_final, lines, completed_tasks, replaces,
                document, receipt_number)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?)
            """;

    /** All of an order, the oldest first, those that were replaced included. */
    public List<Receipt> of(Connection connection, UUID orderId) throws SQLException {
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
    List<Receipt> page(Connection connection, UUID orderId, @Nullable UUID after, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setObject(1, orderId);
            select.setObject(2, after);
            select.setObject(3, after);
            select.setObject(4, orderId);
            select.setInt(5, most);
            return read(select);
        }
    }

    Optional<Receipt> find(Connection connection, UUID orderId, UUID receiptId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ONE)) {
            select.setObject(1, orderId);
            select.setObject(2, receiptId);
            return read(select).stream().findFirst();
        }
    }

    /** The one of that number. */
    Optional<Receipt> numbered(Connection connection, UUID orderId, String number) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NUMBERED)) {
            select.setObject(1, orderId);
            select.setString(2, number);
            return read(select).stream().findFirst();
        }
    }

    private static List<Receipt> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Receipt> receipts = new ArrayList<>();
            while (row.next()) {
                receipts.add(OrderJson.read(row.getString(1), Receipt.class));
            }
            return receipts;
        }
    }

    /** Those that no later one replaces. */
    public static List<Receipt> standing(List<Receipt> receipts) {
        Set<UUID> replaced = new HashSet<>();
        receipts.forEach(receipt -> Optional.ofNullable(receipt.replaces()).ifPresent(replaced::add));
        return receipts.stream()
                .filter(receipt -> !replaced.contains(receipt.receiptId()))
                .toList();
    }

    void insert(AccountChange.Context at, Receipt receipt) throws SQLException {
        List<Map<String, String>> lines = receipt.lines().stream()
                .map(line -> Map.of(
                        "key", Identifier.keyOf(line.lineId()),
                        "received", line.quantityReceived().toPlainString(),
                        "accepted", line.quantityAccepted().toPlainString()))
                .toList();
        Object[] tasks =
                receipt.completedTaskIds().stream().map(Identifier::keyOf).toArray();
        try (PreparedStatement insert = at.connection().prepareStatement(INSERT)) {
            insert.setObject(1, receipt.receiptId());
            insert.setObject(2, at.orderId());
            insert.setObject(3, at.agencyId());
            insert.setLong(4, at.actNumber());
            insert.setObject(5, receipt.acceptedOn());
            insert.setBoolean(6, receipt.finalAcceptance());
            insert.setString(7, OrderJson.write(lines));
            insert.setArray(8, at.connection().createArrayOf("text", tasks));
            insert.setObject(9, receipt.replaces());
            insert.setString(10, OrderJson.write(receipt));
            insert.setString(11, receipt.receiptNumber());
            insert.executeUpdate();
        }
    }
}
