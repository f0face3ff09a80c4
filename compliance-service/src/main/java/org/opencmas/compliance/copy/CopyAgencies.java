package org.opencmas.compliance.copy;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.copy.VersionedCopy;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.ProgramCalendar;

/** Keeps the copy of agencies: each event carries the full state, and the highest version stays; every policy is kept. */
@ApplicationScoped
class CopyAgencies implements VersionedCopy {
    private static final String INSERT_POLICY = """
            insert into agency_policy (agency_id, version, recorded_on, order_limit, order_limit_action, settings)
            values (?, ?, ?, ?, ?, ?::jsonb)
            on conflict do nothing
            """;
    private static final String UPSERT = """
            insert into agency (agency_id, version, name, type, empowered_to_expend_public_funds, decided_by, decided_on,
                decision_reason, order_limit, order_limit_action)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (agency_id) do update set version = excluded.version, name = excluded.name, type = excluded.type,
                empowered_to_expend_public_funds = excluded.empowered_to_expend_public_funds,
                decided_by = excluded.decided_by, decided_on = excluded.decided_on,
                decision_reason = excluded.decision_reason, order_limit = excluded.order_limit,
                order_limit_action = excluded.order_limit_action
            where excluded.version > agency.version
            """;

    private final ObjectMapper json;

    CopyAgencies(ObjectMapper json) {
        this.json = json;
    }

    record AgencyState(
            UUID agencyId,
            String name,
            AgencyType type,
            boolean empoweredToExpendPublicFunds,
            @Nullable AnalystDecision analystDecision,
            @Nullable Policy policy) {}

    record AnalystDecision(String decidedBy, LocalDate decidedOn, String reason) {}

    /** What the event says of the agency's limit. Its other settings are read from the same part of the event. */
    record Policy(@Nullable BigDecimal orderLimit, @Nullable String orderLimitAction) {}

    private record AgencySettings(Agency.@Nullable Settings policy) {}

    @Override
    public Set<String> topics() {
        return Set.of("cmas.agencies");
    }

    @Override
    public Set<String> types() {
        return Set.of("agency.registered.v1", "agency.changed.v1");
    }

    @Override
    public void handle(Connection connection, ReceivedEvent event) throws SQLException {
        AgencyState agency = Payload.read(json, event, AgencyState.class);
        AnalystDecision decision = agency.analystDecision();
        Policy policy = agency.policy();
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setObject(1, agency.agencyId());
            upsert.setLong(2, event.aggregateVersion());
            upsert.setString(3, agency.name());
            upsert.setString(4, agency.type().name());
            upsert.setBoolean(5, agency.empoweredToExpendPublicFunds());
            upsert.setString(6, decision == null ? null : decision.decidedBy());
            upsert.setObject(7, decision == null ? null : decision.decidedOn());
            upsert.setString(8, decision == null ? null : decision.reason());
            upsert.setBigDecimal(9, policy == null ? null : policy.orderLimit());
            upsert.setString(10, policy == null ? null : policy.orderLimitAction());
            upsert.executeUpdate();
        }
        Agency.Settings settings =
                Payload.read(json, event, AgencySettings.class).policy();
        keep(connection, event, agency.agencyId(), policy, settings == null ? null : Payload.text(json, settings));
    }

    /** Every policy is kept, so that an order of any day is judged by the policy of its day. */
    private static void keep(
            Connection connection,
            ReceivedEvent event,
            UUID agencyId,
            @Nullable Policy policy,
            @Nullable String settings)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_POLICY)) {
            insert.setObject(1, agencyId);
            insert.setLong(2, event.aggregateVersion());
            insert.setObject(3, ProgramCalendar.dateOf(event.occurredAt()));
            insert.setBigDecimal(4, policy == null ? null : policy.orderLimit());
            insert.setString(5, policy == null ? null : policy.orderLimitAction());
            insert.setString(6, settings);
            insert.executeUpdate();
        }
    }
}
