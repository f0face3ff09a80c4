package org.opencmas.order.orderimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.sql.Columns;
import org.opencmas.sql.RoundTrip;
import org.opencmas.sql.RowsStatement;
import org.opencmas.terms.Identifier;

/** The stored results of the orders of files, and which order numbers are taken. */
@ApplicationScoped
class OrderResults {
    private static final RowsStatement<Kept> INSERT = Columns.<Kept>of("import_id", "uuid", kept -> kept.of.importId())
            .and("row_number", "int", kept -> kept.result.row())
            .and("agency_id", "uuid", kept -> kept.of.agencyId())
            .and("state", "text", kept -> kept.result.state())
            .and("agency_order_number", "text", kept -> kept.result.agencyOrderNumber())
            .and("order_id", "uuid", kept -> kept.result.orderId())
            .and("problem", "jsonb", kept -> kept.result.problem())
            .insert("order_import_result");
    private static final String LIST = """
            select row_number, state, agency_order_number, order_id, problem from order_import_result
            where import_id = ? and row_number > ? and (?::text is null or state = ?)
            order by row_number limit ?
            """;
    // The sub-select hides how many there are, so that one plan serves for any number.
    private static final String ROWS = """
            select r.agency_order_number, min(r.row_number) from unnest((select ?::text[])) as sent (number)
            join order_import_result r on r.import_id = ? and r.number_key = order_number_key(sent.number)
            group by 1
            """;
    private static final String TAKEN = """
            select sent.number, o.order_id from unnest((select ?::text[])) as sent (number)
            join purchase_order o on o.agency_id = ? and o.number_key = order_number_key(sent.number) and not o.is_twin
            """;

    private record Kept(OrderImport of, OrderResult result) {}

    void insert(Connection connection, OrderImport of, List<OrderResult> results) throws SQLException {
        RoundTrip alone = new RoundTrip();
        INSERT.addTo(alone, results.stream().map(result -> new Kept(of, result)).toList());
        alone.send(connection);
    }

    /** In the order of the file, after that row. */
    List<OrderResult> list(
            Connection connection, UUID importId, int afterRow, OrderResult.@Nullable State state, int most)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LIST)) {
            String name = state == null ? null : state.name();
            select.setObject(1, importId);
            select.setInt(2, afterRow);
            select.setString(3, name);
            select.setString(4, name);
            select.setInt(5, most);
            try (ResultSet row = select.executeQuery()) {
                List<OrderResult> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new OrderResult(
                            row.getInt(1),
                            OrderResult.State.valueOf(row.getString(2)),
                            row.getString(3),
                            row.getObject(4, UUID.class),
                            row.getString(5)));
                }
                return found;
            }
        }
    }

    /** In which row of the file each of the numbers came first, by its key; those only that have a result already. */
    Map<String, Integer> rows(Connection connection, UUID importId, Collection<String> numbers) throws SQLException {
        Map<String, Integer> rows = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(ROWS)) {
            select.setArray(1, connection.createArrayOf("text", numbers.toArray()));
            select.setObject(2, importId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.merge(Identifier.keyOf(row.getString(1)), row.getInt(2), Math::min);
                }
            }
        }
        return rows;
    }

    /** The orders that have one of the numbers, by the number as it was sent. */
    Map<String, UUID> taken(Connection connection, UUID agencyId, Collection<String> numbers) throws SQLException {
        Map<String, UUID> taken = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(TAKEN)) {
            select.setArray(1, connection.createArrayOf("text", numbers.toArray()));
            select.setObject(2, agencyId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    taken.put(row.getString(1), row.getObject(2, UUID.class));
                }
            }
        }
        return taken;
    }
}
