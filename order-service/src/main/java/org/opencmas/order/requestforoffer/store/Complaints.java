package org.opencmas.order.requestforoffer.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.requestforoffer.Complaint;
import org.opencmas.order.requestforoffer.Complaint.Answered;
import org.opencmas.order.requestforoffer.Complaint.ComplaintAnswer;
import org.opencmas.order.requestforoffer.Complaint.Said;
import org.opencmas.order.requestforoffer.RequestForOffer.Head;
import org.opencmas.order.requestforoffer.store.RequestsForOffer.RequestActor;

/** The log of informal complaints; it is only ever added to, and no event tells of it, since DGS would read that. */
@ApplicationScoped
public class Complaints {
    /** Those of a request that the database shows to the caller, oldest first. */
    public List<Complaint> of(Connection connection, UUID requestId) throws SQLException {
        String sql = """
                select entry_id, answers, shared_with_dgs, recorded_at, recorded_by, document
                from informal_complaint where request_id = ? order by entry_id
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, requestId);
            try (ResultSet row = select.executeQuery()) {
                Map<UUID, Complaint> found = new LinkedHashMap<>();
                while (row.next()) {
                    add(row, found);
                }
                return List.copyOf(found.values());
            }
        }
    }

    private static void add(ResultSet row, Map<UUID, Complaint> found) throws SQLException {
        UUID entryId = row.getObject("entry_id", UUID.class);
        UUID answers = row.getObject("answers", UUID.class);
        Instant at = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        String by = row.getString("recorded_by");
        String document = row.getString("document");
        if (answers == null) {
            Said said = OrderJson.read(document, Said.class);
            found.put(entryId, new Complaint(entryId, said, row.getBoolean("shared_with_dgs"), at, by, List.of()));
            return;
        }
        found.computeIfPresent(answers, (id, complaint) -> {
            List<ComplaintAnswer> all = new ArrayList<>(complaint.answers());
            all.add(new ComplaintAnswer(entryId, OrderJson.read(document, Answered.class), at, by));
            return new Complaint(
                    id,
                    complaint.said(),
                    complaint.sharedWithDgs(),
                    complaint.recordedAt(),
                    complaint.recordedBy(),
                    all);
        });
    }

    /**
     * Adds a complaint, or an answer to one.
     *
     * @param answers the complaint that is answered; null for a complaint
     */
    public void add(
            Connection connection,
            Head request,
            UUID entryId,
            @Nullable UUID answers,
            boolean shared,
            RequestActor by,
            Object document)
            throws SQLException {
        String sql = """
                insert into informal_complaint (entry_id, agency_id, request_id, answers, shared_with_dgs, recorded_at, recorded_by,
                    http_request_id, document)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, entryId);
            insert.setObject(2, request.agencyId());
            insert.setObject(3, request.requestId());
            insert.setObject(4, answers, java.sql.Types.OTHER);
            insert.setBoolean(5, shared);
            insert.setObject(6, by.at().atOffset(ZoneOffset.UTC));
            insert.setString(7, by.name());
            insert.setString(8, by.httpRequestId());
            insert.setString(9, OrderJson.write(document));
            insert.executeUpdate();
        }
    }
}
