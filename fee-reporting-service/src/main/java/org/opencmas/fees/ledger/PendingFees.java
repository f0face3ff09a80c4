package org.opencmas.fees.ledger;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.opencmas.fees.facts.OrderPart;
import org.opencmas.journal.Columns;

/** Fees that cannot be worked out yet, each with what is missing; a report with one of them cannot be filed. */
@Singleton
final class PendingFees {
    private static final Columns<Missing> MISSING = Columns.<Missing>of(
                    "cmas_number", "text", missing -> missing.part().agreement())
            .and("order_id", "uuid", missing -> missing.part().orderId())
            .and("missing", "text", Missing::what)
            .and("since", "timestamptz", Missing::since);
    private static final String KEEP = """
            insert into pending_fee (cmas_number, order_id, missing, since)
            select cmas_number, order_id, array_agg(missing order by place), since from %s
            group by cmas_number, order_id, since
            on conflict (cmas_number, order_id) do update set missing = excluded.missing
            """.formatted(MISSING.given());

    private static final Columns<OrderPart> PARTS =
            Columns.of("cmas_number", "text", OrderPart::agreement).and("order_id", "uuid", OrderPart::orderId);
    private static final String SETTLE =
            "delete from pending_fee where (cmas_number, order_id) in (select cmas_number, order_id from "
                    + PARTS.given() + ")";

    private record Missing(OrderPart part, String what, Instant since) {}

    /** @param missing by part, what has to arrive for its fee */
    void keep(Connection connection, Map<OrderPart, List<String>> missing, Instant since) throws SQLException {
        List<Missing> rows = new ArrayList<>();
        missing.forEach((part, all) -> all.forEach(what -> rows.add(new Missing(part, what, since))));
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(KEEP)) {
            MISSING.bind(upsert, 1, rows);
            upsert.executeUpdate();
        }
    }

    /** The fees of the parts wait no longer, as far as they did. */
    void settle(Connection connection, Collection<OrderPart> parts) throws SQLException {
        if (parts.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement(SETTLE)) {
            PARTS.bind(delete, 1, parts);
            delete.executeUpdate();
        }
    }
}
