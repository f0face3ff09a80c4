package org.opencmas.compliance.copy;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.copy.VersionedCopy;
import org.opencmas.terms.ProgramCalendar;

/** Follows the topic of agreements: snapshots of the agreement itself, and its price lists, which travel in the same stream. */
@ApplicationScoped
class CopyAgreements implements VersionedCopy {
    private static final String REGISTERED = "agreement.registered.v1";
    private static final String PART = "price-list.part.v1";
    private static final String PUBLISHED = "price-list.published.v1";
    private static final String INSERT = """
            insert into agreement_snapshot (cmas_number, version, effective_on, supplement_number, contractor_id,
                contractor_name, status, term_start, term_end, for_use_by, nsp_provision, travel_allowed, state_order_limit,
                listed_certifications, status_timeline, status_since)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
            on conflict do nothing
            """;

    private final ObjectMapper json;

    CopyAgreements(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Set<String> topics() {
        return Set.of("cmas.agreements");
    }

    @Override
    public Set<String> types() {
        return Set.of(REGISTERED, "agreement.supplemented.v1", "agreement.status-changed.v1", PART, PUBLISHED);
    }

    @Override
    public void handle(Connection connection, ReceivedEvent event) throws SQLException {
        switch (event.type()) {
            case PART -> Payload.read(json, event, PriceListPart.class).keep(connection);
            case PUBLISHED ->
                Payload.read(json, event, PriceListPublished.class).keep(connection, event.aggregateVersion());
            default -> keep(connection, event, Payload.read(json, event, AgreementSnapshot.class));
        }
    }

    private void keep(Connection connection, ReceivedEvent event, AgreementSnapshot agreement) throws SQLException {
        List<AgreementSnapshot.StatusSince> timeline = agreement.statusTimeline();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, agreement.cmasNumber().canonical());
            insert.setLong(2, event.aggregateVersion());
            insert.setObject(3, agreement.effectiveOn());
            insert.setInt(4, agreement.supplementNumber());
            insert.setObject(5, agreement.contractorId());
            insert.setString(6, agreement.contractorName());
            insert.setString(7, agreement.status().name());
            insert.setObject(8, agreement.termStart());
            insert.setObject(9, agreement.termEnd());
            insert.setString(10, agreement.forUseBy().name());
            insert.setBoolean(11, agreement.nspProvision());
            insert.setObject(12, agreement.travelAllowed());
            insert.setBigDecimal(13, agreement.stateOrderLimit());
            insert.setString(14, Payload.text(json, agreement.listed()));
            insert.setString(15, timeline == null ? null : Payload.text(json, timeline));
            insert.setObject(16, statusSince(event, agreement));
            insert.executeUpdate();
        }
    }

    /** The first day of a status that came without one. */
    private static LocalDate statusSince(ReceivedEvent event, AgreementSnapshot agreement) {
        return event.type().equals(REGISTERED) ? agreement.effectiveOn() : ProgramCalendar.dateOf(event.occurredAt());
    }
}
