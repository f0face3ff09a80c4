package org.opencmas.compliance.copy;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.copy.VersionedCopy;

/**
 * Keeps whom each request for offer asked and how they answered. Each event tells what was added; one that was only drafted has no record
 * yet.
 */
@ApplicationScoped
class CopyRequests implements VersionedCopy {
    private static final String SENT = "request-for-offer.sent.v1";
    private static final String ANSWERED = "request-for-offer.offer-recorded.v1";
    private static final String ADD = """
            insert into request_record (agency_id, request_id, asked, answers, none_certified_reason)
            values (?, ?, ?::jsonb, ?::jsonb, ?)
            on conflict (agency_id, request_id) do update set asked = request_record.asked || excluded.asked,
                answers = request_record.answers || excluded.answers,
                none_certified_reason = coalesce(excluded.none_certified_reason, request_record.none_certified_reason)
            """;

    private final ObjectMapper json;

    CopyRequests(ObjectMapper json) {
        this.json = json;
    }

    record Sending(
            UUID requestId,
            UUID agencyId,
            List<Asked> contractorsAsked,
            @Nullable String noneCertifiedReason) {}

    record Asked(UUID contractorId, String name, LocalDate askedOn, List<String> certifications) {}

    record Answered(UUID requestId, UUID agencyId, Answer offer) {}

    record Answer(
            UUID contractorId, String standing, @Nullable String reason) {}

    @Override
    public Set<String> topics() {
        return Set.of("cmas.requests-for-offer");
    }

    @Override
    public Set<String> types() {
        return Set.of(SENT, ANSWERED);
    }

    @Override
    public void handle(Connection connection, ReceivedEvent event) throws SQLException {
        if (event.type().equals(SENT)) {
            Sending sent = Payload.read(json, event, Sending.class);
            add(
                    connection,
                    sent.agencyId(),
                    sent.requestId(),
                    sent.contractorsAsked(),
                    List.of(),
                    sent.noneCertifiedReason());
        } else {
            Answered answered = Payload.read(json, event, Answered.class);
            add(connection, answered.agencyId(), answered.requestId(), List.of(), List.of(answered.offer()), null);
        }
    }

    private void add(
            Connection connection,
            UUID agencyId,
            UUID requestId,
            List<Asked> asked,
            List<Answer> answers,
            @Nullable String noneCertifiedReason)
            throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setObject(1, agencyId);
            add.setObject(2, requestId);
            add.setString(3, Payload.text(json, asked));
            add.setString(4, Payload.text(json, answers));
            add.setString(5, noneCertifiedReason);
            add.executeUpdate();
        }
    }
}
