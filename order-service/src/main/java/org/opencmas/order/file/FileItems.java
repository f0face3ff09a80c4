package org.opencmas.order.file;

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
import org.opencmas.terms.Identifier;

/** What agencies said of the items of their orders' files. */
@ApplicationScoped
class FileItems {
    private static final String ALL = "select document from order_file_item where order_id = ? order by act_number";
    private static final String INSERT =
            "insert into order_file_item (order_id, act_number, agency_id, item_key, document) values (?, ?, ?, ?, ?::jsonb)";
    private static final String AGENCY_NAME = "select name from agency where agency_id = ?";

    List<FileItem> of(Connection connection, UUID orderId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ALL)) {
            select.setObject(1, orderId);
            try (ResultSet row = select.executeQuery()) {
                List<FileItem> items = new ArrayList<>();
                while (row.next()) {
                    items.add(OrderJson.read(row.getString(1), FileItem.class));
                }
                return items;
            }
        }
    }

    void insert(AccountChange.Context at, FileItem item) throws SQLException {
        try (PreparedStatement insert = at.connection().prepareStatement(INSERT)) {
            insert.setObject(1, at.orderId());
            insert.setLong(2, at.actNumber());
            insert.setObject(3, at.agencyId());
            insert.setString(4, Identifier.keyOf(item.item()));
            insert.setString(5, OrderJson.write(item));
            insert.executeUpdate();
        }
    }

    /** The name that stands on the papers; the id for an agency that is not registered here. */
    String agencyName(Connection connection, UUID agencyId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(AGENCY_NAME)) {
            select.setObject(1, agencyId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : agencyId.toString();
            }
        }
    }
}
