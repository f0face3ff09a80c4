package org.opencmas.order.purchaseorder;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did what to an order and when: every version that was written and every other act, oldest first. */
@ApplicationScoped
class OrderHistory {
    private static final String ENTRIES = """
            select case when submitted_at = created_at then 'SUBMITTED' else 'DRAFTED' end as act, document_version,
                created_at as acted_at, created_by as acted_by, request_id, null::jsonb as details, act_number
            from order_version where order_id = ?
            union all
            select act, document_version, acted_at, acted_by, request_id, details, act_number
            from order_act where order_id = ?
            order by act_number
            """;
    private static final String LAST_DETAILS = """
            select details from order_act
            where order_id = ? and act = ? and document_version = ? order by act_number desc limit 1
            """;

    /**
     * One act.
     *
     * @param act DRAFTED, SUBMITTED, ISSUED, RETURNED, ACCEPTED, REJECTED, AMENDED or TERMINATED
     * @param by the person or system that did it
     * @param requestId the request it was done in; null for a decision, which no request brings
     */
    record Entry(
            Instant at,
            String by,
            @Nullable String requestId,
            String act,
            int documentVersion,
            @Nullable JsonNode details) {}

    List<Entry> of(Connection connection, UUID orderId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            select.setObject(1, orderId);
            select.setObject(2, orderId);
            try (ResultSet row = select.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (row.next()) {
                    String details = row.getString("details");
                    entries.add(new Entry(
                            row.getObject("acted_at", OffsetDateTime.class).toInstant(),
                            row.getString("acted_by"),
                            row.getString("request_id"),
                            row.getString("act"),
                            row.getInt("document_version"),
                            details == null ? null : OrderJson.read(details, JsonNode.class)));
                }
                return entries;
            }
        }
    }

    /** What was said at the last act of that kind on a version, such as its rejection. */
    Optional<JsonNode> details(Connection connection, UUID orderId, String act, int documentVersion)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST_DETAILS)) {
            select.setObject(1, orderId);
            select.setString(2, act);
            select.setInt(3, documentVersion);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(OrderJson.read(row.getString(1), JsonNode.class)) : Optional.empty();
            }
        }
    }
}
