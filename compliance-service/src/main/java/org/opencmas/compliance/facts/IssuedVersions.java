package org.opencmas.compliance.facts;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.sql.Columns;

/** Reads from the receipts which versions of an order were issued before an amendment of it. */
final class IssuedVersions {
    private static final Columns<Order> AMENDMENTS = Columns.<Order>of("agency_id", "uuid", Order::agencyId)
            .and("agency_order_number", "text", Order::agencyOrderNumber)
            .and("amendment_number", "int", Order::amendmentNumber);
    private static final String SELECT = """
            select given.place, issued.facts
              from %s
             cross join lateral (
                select facts, amendment_number, sequence from evaluation
                 where agency_id = given.agency_id and agency_order_number = given.agency_order_number
                   and amendment_number < given.amendment_number and decision = 'ISSUE'
                 order by amendment_number desc, sequence desc) issued
             order by given.place, issued.amendment_number desc, issued.sequence desc
            """.formatted(AMENDMENTS.given());

    private IssuedVersions() {}

    /**
     * For each of the orders, the issued versions of the same one with a lower amendment number, the latest first. Nothing is read of
     * originals, which have none.
     */
    static List<List<Order>> before(Connection connection, List<Order> orders) throws SQLException {
        List<List<Order>> issued = new ArrayList<>();
        orders.forEach(order -> issued.add(new ArrayList<>()));
        List<Integer> amended = IntStream.range(0, orders.size())
                .filter(place -> orders.get(place).amended())
                .boxed()
                .toList();
        if (!amended.isEmpty()) {
            read(
                    connection,
                    amended.stream().map(orders::get).toList(),
                    amended.stream().map(issued::get).toList());
        }
        return issued;
    }

    private static void read(Connection connection, List<Order> amendments, List<List<Order>> issued)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            AMENDMENTS.bind(select, 1, amendments);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    issued.get(row.getInt("place") - 1).add(FactsJson.judgedOrder(row.getString("facts")));
                }
            }
        }
    }
}
