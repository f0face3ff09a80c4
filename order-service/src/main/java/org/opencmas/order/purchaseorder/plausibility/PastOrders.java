package org.opencmas.order.purchaseorder.plausibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderJson;

/** The orders of an agency that an entry is compared with: the newest ones, each as it stands, those given up left out. */
@ApplicationScoped
public class PastOrders {
    /** Enough for a habit, and read in one look. */
    private static final int MOST = 100;

    private static final String NEWEST = """
            select v.document, o.was_issued from (
                select order_id, agency_id, coalesce(version_in_force, latest_version) as standing, version_in_force is not null as was_issued
                from purchase_order
                where agency_id = ? and order_id <> ? and state not in ('RETURNED', 'TERMINATED', 'REJECTED')
                order by order_id desc limit ?) o
            join order_version v on v.order_id = o.order_id and v.agency_id = o.agency_id and v.document_version = o.standing
            """;

    /** @param except the order that is compared with them */
    public List<PastOrder> of(Connection connection, UUID agencyId, UUID except) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST)) {
            select.setObject(1, agencyId);
            select.setObject(2, except);
            select.setInt(3, MOST);
            try (ResultSet row = select.executeQuery()) {
                List<PastOrder> past = new ArrayList<>();
                while (row.next()) {
                    past.add(new PastOrder(OrderJson.read(row.getString(1), OrderDocument.class), row.getBoolean(2)));
                }
                return past;
            }
        }
    }
}
