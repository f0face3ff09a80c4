package org.opencmas.order.purchaseorder.plausibility;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.plausibility.Doubt.Kind;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.terms.Identifier;

/**
 * What an amendment leaves of a line that is less than the agency accepted of it, or a line with accepted goods that it leaves out. Nobody can
 * accept more than is ordered; so either the receipt is wrong, or the amendment is.
 */
final class BelowAccepted {
    private static final String ACCEPTED = """
            select line ->> 'key', sum((line ->> 'accepted')::numeric)
            from receipt r cross join jsonb_array_elements(r.lines) line
            where r.order_id = ? and not exists (select from receipt later where later.replaces = r.receipt_id)
            group by line ->> 'key'
            """;

    private BelowAccepted() {}

    /** Nothing where nothing was accepted yet. */
    static List<Doubt> doubts(Connection connection, OrderDocument order) throws SQLException {
        return order.amendmentNumber() > 0 ? below(order, accepted(connection, order)) : List.of();
    }

    /** @param accepted the quantity of each line by the key of its id */
    static List<Doubt> below(OrderDocument order, Map<String, BigDecimal> accepted) {
        Map<String, BigDecimal> leftOut = new TreeMap<>(accepted);
        List<Doubt> doubts = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i++) {
            OrderLine line = order.lines().get(i).ordered();
            BigDecimal taken = leftOut.remove(Identifier.keyOf(line.lineId()));
            if (taken != null && taken.compareTo(line.quantity()) > 0) {
                doubts.add(new Doubt(
                        Kind.BELOW_ACCEPTED,
                        "/lines/" + i + "/quantity",
                        line.quantity().toPlainString() + " is less than " + taken.toPlainString()
                                + ", which was accepted of the line"));
            }
        }
        leftOut.forEach((key, taken) -> {
            if (taken.signum() > 0) {
                doubts.add(new Doubt(
                        Kind.BELOW_ACCEPTED,
                        "/lines",
                        "line " + key + ", of which " + taken.toPlainString() + " was accepted, is left out"));
            }
        });
        return doubts;
    }

    private static Map<String, BigDecimal> accepted(Connection connection, OrderDocument order) throws SQLException {
        Map<String, BigDecimal> accepted = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(ACCEPTED)) {
            select.setObject(1, order.orderId());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    accepted.put(rows.getString(1), rows.getBigDecimal(2));
                }
            }
        }
        return accepted;
    }
}
