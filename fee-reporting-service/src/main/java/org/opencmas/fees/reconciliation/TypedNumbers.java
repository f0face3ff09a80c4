package org.opencmas.fees.reconciliation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opencmas.fees.reconciliation.Compared.TypedDifferently;
import org.opencmas.terms.CmasNumber;

/**
 * Orders of an agreement that a report types otherwise than their agency: those that were tied go by the agency's number from then on,
 * those that only look alike are told.
 *
 * @param tied the agency's name of an order by the report's
 */
record TypedNumbers(Map<OrderName.OfAgency, OrderName> tied, List<TypedDifferently> alike) {
    private static final String TIED = """
            select t.agency_name, t.purchase_order_number, t.amendment_number, t.known_order_number from order_tie t
            where t.cmas_number = ? and not exists (select from order_tie_withdrawal w where w.tie_id = t.tie_id)
            """;
    private static final String ALIKE = """
            select agency_name, purchase_order_number, amendment_number, known_order_number from order_look_alike where cmas_number = ?
            """;

    static TypedNumbers of(Connection connection, CmasNumber agreement) throws SQLException {
        Map<OrderName.OfAgency, OrderName> tied = new HashMap<>();
        for (TypedDifferently pair : pairs(connection, TIED, agreement)) {
            tied.put(pair.reported().ofAgency(), pair.known());
        }
        return new TypedNumbers(tied, pairs(connection, ALIKE, agreement));
    }

    /** The agency's name is the same on both sides, however it is written. */
    private static List<TypedDifferently> pairs(Connection connection, String sql, CmasNumber agreement)
            throws SQLException {
        List<TypedDifferently> pairs = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, agreement.canonical());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    pairs.add(new TypedDifferently(
                            new OrderName(row.getString(1), row.getString(2), row.getInt(3)),
                            new OrderName(row.getString(1), row.getString(4), row.getInt(3))));
                }
            }
        }
        return pairs;
    }

    /** The sale by the agency's number where it is tied; what answers a line of the ledger is known by that. */
    ReportedSale named(ReportedSale sale) {
        OrderName known = sale.document().isPresent() || tied.isEmpty()
                ? null
                : tied.get(sale.name().ofAgency());
        return known == null ? sale : sale.named(known);
    }

    /** The numbers that agencies have for tied orders, in lower case. */
    Set<String> knownNumbers() {
        return tied.values().stream()
                .map(name -> name.orderNumber().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
