package org.opencmas.fees.facts;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** Every issued document of every order and their terminations; appended, never edited. */
@Singleton
public final class OrderChanges {
    private static final String WITH_AMOUNTS = """
            select c.document_version, c.cause, c.amendment_number, c.agency_id, c.agency_order_number, c.order_date,
                c.effective_on, a.cmas_number, a.subtotal
            from order_change c left join order_change_amount a using (order_id, document_version, cause)
            where c.order_id = ?
            """;
    private static final String PARTS = """
            select distinct a.order_id, a.cmas_number
            from order_change_amount a
            """;

    /**
     * Adds a change. Knowing it already, with the same content, is no change.
     *
     * @return whether it is new
     * @throws IllegalStateException when the same version is known with another content: an issued document never changes
     */
    public boolean add(Connection connection, OrderChange change, UUID eventId) throws SQLException {
        if (insert(connection, change, eventId)) {
            insertAmounts(connection, change);
            return true;
        }
        if (!history(connection, change.orderId()).contains(change)) {
            throw new IllegalStateException("order " + change.orderId() + " version " + change.documentVersion()
                    + " is known with another content");
        }
        return false;
    }

    private static boolean insert(Connection connection, OrderChange change, UUID eventId) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into order_change (order_id, document_version, cause, amendment_number, agency_id,
                    agency_order_number, order_date, effective_on, event_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)) {
            insert.setObject(1, change.orderId());
            insert.setInt(2, change.documentVersion());
            insert.setString(3, change.cause().name());
            insert.setInt(4, change.amendmentNumber());
            insert.setObject(5, change.agencyId());
            insert.setString(6, change.agencyOrderNumber());
            insert.setObject(7, change.orderDate());
            insert.setObject(8, change.effectiveOn());
            insert.setObject(9, eventId);
            return insert.executeUpdate() == 1;
        }
    }

    private static void insertAmounts(Connection connection, OrderChange change) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into order_change_amount (order_id, document_version, cause, cmas_number, subtotal)
                values (?, ?, ?, ?, ?)
                """)) {
            for (Map.Entry<CmasNumber, Usd> part : change.subtotals().entrySet()) {
                insert.setObject(1, change.orderId());
                insert.setInt(2, change.documentVersion());
                insert.setString(3, change.cause().name());
                insert.setString(4, part.getKey().canonical());
                insert.setBigDecimal(5, part.getValue().amount());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The order's changes known so far, in their sequence; empty for an unknown order. */
    public List<OrderChange> history(Connection connection, UUID orderId) throws SQLException {
        Map<Version, OrderChange> changes = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(WITH_AMOUNTS)) {
            select.setObject(1, orderId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    OrderChange change = change(orderId, row);
                    changes.merge(
                            new Version(change.documentVersion(), change.cause()), change, OrderChanges::together);
                }
            }
        }
        return changes.values().stream().sorted(OrderChange.SEQUENCE).toList();
    }

    private record Version(int documentVersion, Cause cause) {}

    private static OrderChange change(UUID orderId, ResultSet row) throws SQLException {
        String agreement = row.getString(8);
        return new OrderChange(
                orderId,
                row.getInt(1),
                Cause.valueOf(row.getString(2)),
                row.getInt(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class),
                agreement == null ? Map.of() : Map.of(CmasNumber.parse(agreement), Usd.of(row.getBigDecimal(9))));
    }

    private static OrderChange together(OrderChange change, OrderChange sameWithAnotherAmount) {
        Map<CmasNumber, Usd> subtotals = new HashMap<>(change.subtotals());
        subtotals.putAll(sameWithAnotherAmount.subtotals());
        return new OrderChange(
                change.orderId(),
                change.documentVersion(),
                change.cause(),
                change.amendmentNumber(),
                change.agencyId(),
                change.agencyOrderNumber(),
                change.orderDate(),
                change.effectiveOn(),
                subtotals);
    }

    /** All parts of the agency's orders. */
    public List<OrderPart> partsOfAgency(Connection connection, UUID agencyId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                PARTS + "where a.order_id in (select order_id from order_change where agency_id = ?) order by 1, 2")) {
            select.setObject(1, agencyId);
            return parts(select);
        }
    }

    /** All orders' parts under the agreement. */
    public List<OrderPart> partsOfAgreement(Connection connection, CmasNumber agreement) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PARTS + "where a.cmas_number = ? order by 1, 2")) {
            select.setString(1, agreement.canonical());
            return parts(select);
        }
    }

    /**
     * All parts under agreements that the contractor holds, of orders dated within the days.
     *
     * @param from first order date, inclusive
     * @param through last order date, inclusive
     */
    public List<OrderPart> partsOfContractor(
            Connection connection, UUID contractorId, LocalDate from, LocalDate through) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PARTS + """
                join agreement g using (cmas_number) join order_change c using (order_id, document_version, cause)
                where g.contractor_id = ? and c.order_date between ? and ? order by 1, 2
                """)) {
            select.setObject(1, contractorId);
            select.setObject(2, from);
            select.setObject(3, through);
            return parts(select);
        }
    }

    private static List<OrderPart> parts(PreparedStatement select) throws SQLException {
        List<OrderPart> parts = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                parts.add(new OrderPart(row.getObject(1, UUID.class), CmasNumber.parse(row.getString(2))));
            }
        }
        return parts;
    }
}
