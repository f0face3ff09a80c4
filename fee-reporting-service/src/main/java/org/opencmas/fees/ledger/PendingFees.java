package org.opencmas.fees.ledger;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.opencmas.fees.facts.OrderPart;

/** Fees that cannot be worked out yet, each with what is missing; a report with one of them cannot be filed. */
@Singleton
final class PendingFees {
    void keep(Connection connection, OrderPart part, List<String> missing, Instant since) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into pending_fee (cmas_number, order_id, missing, since) values (?, ?, ?, ?)
                on conflict (cmas_number, order_id) do update set missing = excluded.missing
                """)) {
            upsert.setString(1, part.agreement().canonical());
            upsert.setObject(2, part.orderId());
            upsert.setArray(3, connection.createArrayOf("text", missing.toArray()));
            upsert.setObject(4, since.atOffset(ZoneOffset.UTC));
            upsert.executeUpdate();
        }
    }

    void settle(Connection connection, OrderPart part) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from pending_fee where cmas_number = ? and order_id = ?")) {
            delete.setString(1, part.agreement().canonical());
            delete.setObject(2, part.orderId());
            delete.executeUpdate();
        }
    }
}
