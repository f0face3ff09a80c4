package org.opencmas.order.preview;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.order.purchaseorder.document.OrderJson;

/** The stored judgements of previews. Every method works on the connection that it is given, in the caller's transaction. */
@ApplicationScoped
class PreviewJudgements {
    private static final String INSERT = """
            insert into preview_judgement (preview_id, order_id, agency_id, judged_at, judgement) values (?, ?, ?, ?, ?::jsonb)
            on conflict do nothing
            """;

    void insert(Connection connection, PreviewJudgement judgement) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, judgement.previewId());
            insert.setObject(2, judgement.orderId());
            insert.setObject(3, judgement.agencyId());
            insert.setObject(4, judgement.judgedAt().atOffset(ZoneOffset.UTC));
            insert.setString(5, OrderJson.write(judgement));
            insert.executeUpdate();
        }
    }

    Optional<PreviewJudgement> find(Connection connection, UUID previewId) throws SQLException {
        String sql = "select judgement from preview_judgement where preview_id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, previewId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(OrderJson.read(row.getString(1), PreviewJudgement.class))
                        : Optional.empty();
            }
        }
    }
}
