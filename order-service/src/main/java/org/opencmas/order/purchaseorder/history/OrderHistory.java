package org.opencmas.order.purchaseorder.history;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.OrderJson;

/**
 * Who did what to an order and when: every version that was written and every other act, oldest first. What the rule book found on a
 * version that was issued stands with its issue.
 */
@ApplicationScoped
public class OrderHistory {
    private static final String ENTRIES = """
            select case when submitted_at = created_at then 'SUBMITTED' else 'DRAFTED' end as act, document_version,
                created_at as acted_at, created_by as acted_by, request_id, null::jsonb as details, act_number
            from order_version where order_id = ?
            union all
            select a.act, a.document_version, a.acted_at, a.acted_by, a.request_id,
                case when a.act in ('ISSUED', 'AMENDED')
                    then a.details || jsonb_build_object('findings', coalesce(v.decision -> 'findings', '[]'))
                    else a.details end,
                a.act_number
            from order_act a
            join order_version v on v.order_id = a.order_id and v.document_version = a.document_version
                and v.agency_id = a.agency_id
            where a.order_id = ?
            order by act_number
            """;
    private static final String LAST_DETAILS = """
            select details from order_act
            where order_id = ? and act = ? and document_version = ? order by act_number desc limit 1
            """;

    /**
     * One act.
     *
     * @param act DRAFTED, DOUBTS_CONFIRMED, APPROVED, SUBMITTED, ISSUED, RETURNED, ACCEPTED, REJECTED, AMENDED, WORK_STOPPED, WORK_RESUMED, TERMINATED or WITHDRAWN
     * @param by the person or system that did it
     * @param requestId the request it was done in; null for a decision, which no request brings
     * @param details what was said with it; null for writing and sending a version
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OrderHistoryEntry")
    public record Entry(
            Instant at,
            String by,
            @Nullable String requestId,

            @Schema(
                    enumeration = {
                        "DRAFTED",
                        "SUBMITTED",
                        "ISSUED",
                        "RETURNED",
                        "ACCEPTED",
                        "REJECTED",
                        "AMENDED",
                        "APPROVED",
                        "DOUBTS_CONFIRMED",
                        "WORK_STOPPED",
                        "WORK_RESUMED",
                        "TERMINATED",
                        "WITHDRAWN"
                    })
            String act,

            int documentVersion,
            @Nullable ActDetails details) {

        public Entry forContractor() {
            return new Entry(at, by, requestId, act, documentVersion, details == null ? null : details.forContractor());
        }
    }

    public List<Entry> of(Connection connection, UUID orderId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            select.setObject(1, orderId);
            select.setObject(2, orderId);
            try (ResultSet row = select.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (row.next()) {
                    String act = row.getString("act");
                    String details = row.getString("details");
                    entries.add(new Entry(
                            row.getObject("acted_at", OffsetDateTime.class).toInstant(),
                            row.getString("acted_by"),
                            row.getString("request_id"),
                            act,
                            row.getInt("document_version"),
                            details == null ? null : ActDetails.read(act, OrderJson.read(details, JsonNode.class))));
                }
                return entries;
            }
        }
    }

    /** What was said at each act of that kind on a version, oldest first. */
    public List<JsonNode> allDetails(Connection connection, UUID orderId, String act, int documentVersion)
            throws SQLException {
        String sql = """
                select details from order_act where order_id = ? and act = ? and document_version = ? order by act_number
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, orderId);
            select.setString(2, act);
            select.setInt(3, documentVersion);
            try (ResultSet row = select.executeQuery()) {
                List<JsonNode> all = new ArrayList<>();
                while (row.next()) {
                    all.add(OrderJson.read(row.getString(1), JsonNode.class));
                }
                return all;
            }
        }
    }

    /**
     * Whether it is on record that both sides accepted a further termination provision (ORD-TERM-NEGOTIATED): before the issue, or by an
     * amendment that was issued and that the contractor accepted, by itself or with one that came after it; what it rejected it did not
     * accept with a later one that leaves the provision out.
     */
    public boolean hasProvision(Connection connection, UUID orderId) throws SQLException {
        String sql = """
                select exists (select from order_dealing where order_id = ? and kind = 'NEGOTIATED_PROVISION')
                    or exists (select from order_version v
                        join order_act issued on issued.order_id = v.order_id and issued.document_version = v.document_version
                            and issued.act = 'AMENDED'
                        join order_act accepted on accepted.order_id = v.order_id
                            and accepted.document_version >= v.document_version and accepted.act = 'ACCEPTED'
                        where v.order_id = ? and v.document -> 'contractorAgreement' ->> 'terminationProvision' is not null
                            and not exists (select from order_act rejected where rejected.order_id = v.order_id
                                and rejected.document_version = v.document_version and rejected.act = 'REJECTED'))
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, orderId);
            select.setObject(2, orderId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** What was said at the last act of that kind, on whichever version. */
    public Optional<JsonNode> lastDetails(Connection connection, UUID orderId, String act) throws SQLException {
        String sql = "select details from order_act where order_id = ? and act = ? order by act_number desc limit 1";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, orderId);
            select.setString(2, act);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(OrderJson.read(row.getString(1), JsonNode.class)) : Optional.empty();
            }
        }
    }

    /** What was said at the last act of that kind on a version, such as its rejection. */
    public Optional<JsonNode> details(Connection connection, UUID orderId, String act, int documentVersion)
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
