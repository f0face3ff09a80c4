package org.opencmas.registry.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** The orders under each agreement, as far as they were told. */
@ApplicationScoped
public class OrdersUnderAgreements {
    private static final int SHOWN = 50;
    private static final String KEEP = """
            insert into order_under_agreement as known (cmas_number, order_id, agency_id, agency_order_number, amendment_number,
                order_date, subtotal, is_open, version)
            values (?, ?, ?, ?, ?, ?, ?, true, ?)
            on conflict (cmas_number, order_id) do update set
                (agency_order_number, amendment_number, order_date, subtotal, is_open, version)
                    = (excluded.agency_order_number, excluded.amendment_number, excluded.order_date, excluded.subtotal,
                       true, excluded.version)
                where excluded.version > known.version
            """;
    private static final String END =
            "update order_under_agreement set is_open = false, version = ? where order_id = ? and version < ?";
    private static final String COUNTED = """
            select count(*), coalesce(sum(subtotal), 0),
                (select count(*) from order_under_agreement where cmas_number = ? and is_open and order_date < ?)
            from order_under_agreement
            where cmas_number = ? and is_open and order_date >= ? and (cast(? as date) is null or order_date < ?)
            """;
    private static final String LISTED = """
            select order_id, agency_id, agency_order_number, amendment_number, order_date, subtotal from order_under_agreement
            where cmas_number = ? and is_open and order_date >= ? and (cast(? as date) is null or order_date < ?)
            order by order_date, order_id limit ?
            """;

    private final DataSource dataSource;

    OrdersUnderAgreements(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * An order in force and what of it is under the agreement.
     *
     * @param subtotal in US dollars, without tax and freight
     */
    public record AffectedOrder(
            UUID orderId,
            UUID agencyId,
            String agencyOrderNumber,
            int amendmentNumber,
            LocalDate orderDate,
            String subtotal) {}

    /**
     * Orders in force that other terms would meet.
     *
     * @param count dated on days on which the terms would hold: they were checked under the terms before
     * @param subtotal what those come to under the agreement, in US dollars without tax and freight
     * @param earlier dated before: they stand, and an amendment is checked under the terms of its day
     * @param items the first of those that are counted, by date, 50 at most
     */
    @Schema(name = "AffectedOrders")
    public record Affected(long count, String subtotal, long earlier, List<AffectedOrder> items) {}

    /** @param end the day after the last on which the terms would hold; null for without end */
    public Affected affected(CmasNumber number, LocalDate first, @Nullable LocalDate end) {
        try (Connection connection = dataSource.getConnection()) {
            return counted(connection, number.canonical(), first, end);
        } catch (SQLException e) {
            throw new IllegalStateException("the orders under " + number + " could not be read", e);
        }
    }

    private static Affected counted(Connection connection, String number, LocalDate first, @Nullable LocalDate end)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(COUNTED)) {
            set(query, number, first, number, first, end, end);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Affected(
                        row.getLong(1),
                        Usd.of(row.getBigDecimal(2)).toString(),
                        row.getLong(3),
                        listed(connection, number, first, end));
            }
        }
    }

    private static List<AffectedOrder> listed(
            Connection connection, String number, LocalDate first, @Nullable LocalDate end) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LISTED)) {
            set(query, number, first, end, end, SHOWN);
            List<AffectedOrder> orders = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    orders.add(new AffectedOrder(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getInt(4),
                            row.getObject(5, LocalDate.class),
                            Usd.of(row.getBigDecimal(6)).toString()));
                }
            }
            return orders;
        }
    }

    /** What it is under each agreement now; under others nothing any more. */
    void keep(Connection connection, ToldOrder order, long version) throws SQLException {
        for (ToldOrder.Part part : order.subOrders()) {
            BigDecimal subtotal = part.subtotalExcludingTax();
            try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
                set(
                        keep,
                        CmasNumber.parse(part.cmasNumber()).canonical(),
                        order.orderId(),
                        order.agencyId(),
                        order.agencyOrderNumber(),
                        order.amendmentNumber(),
                        order.orderDate(),
                        subtotal,
                        version);
                keep.executeUpdate();
            }
        }
        end(connection, order.orderId(), version);
    }

    /** Ends it where nothing newer is known. */
    void end(Connection connection, UUID orderId, long version) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(END)) {
            set(end, version, orderId, version);
            end.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
