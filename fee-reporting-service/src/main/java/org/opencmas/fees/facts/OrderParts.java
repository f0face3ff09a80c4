package org.opencmas.fees.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opencmas.terms.CmasNumber;

/** Which agreements orders have ever named: an order's part under one has a fee even when a later change took it out. */
@ApplicationScoped
public class OrderParts {
    private static final String PARTS = """
            select distinct a.order_id, a.cmas_number
            from order_change_amount a
            """;

    /** All parts of the agency's orders. */
    public List<OrderPart> ofAgency(Connection connection, UUID agencyId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                PARTS + "where a.order_id in (select order_id from order_change where agency_id = ?) order by 1, 2")) {
            select.setObject(1, agencyId);
            return parts(select);
        }
    }

    /** All orders' parts under the agreement. */
    public List<OrderPart> ofAgreement(Connection connection, CmasNumber agreement) throws SQLException {
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
    public List<OrderPart> ofContractor(Connection connection, UUID contractorId, LocalDate from, LocalDate through)
            throws SQLException {
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
