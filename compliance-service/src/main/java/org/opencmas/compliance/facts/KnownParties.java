package org.opencmas.compliance.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.copy.CopyState;
import org.opencmas.compliance.copy.VersionedCache;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.compliance.rule.purchaseorder.known.Contractor;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.Usd;

/** Reads the copies of agencies and contractors, and caches them until a copy changes. */
@ApplicationScoped
class KnownParties {
    // Arrays of keys, which the index looks up; for rows to join with, the planner reads a table of this size whole.
    private static final String SELECT_AGENCIES = """
            select agency_id, name, type, empowered_to_expend_public_funds, decided_by, decided_on, decision_reason,
                policy.recorded_on, policy.order_limit, policy.order_limit_action, policy.settings
              from agency
              join agency_policy policy using (agency_id)
             where agency_id = any ((select ?::text[])::uuid[])
             order by agency_id, policy.recorded_on, policy.version
            """;
    private static final String SELECT_CONTRACTORS = """
            select contractor_id, legal_name, certificates, locations
              from contractor where contractor_id = any ((select ?::text[])::uuid[])
            """;

    private final VersionedCache<UUID, AgencyHistory> agencies = new VersionedCache<>();
    private final VersionedCache<UUID, Contractor> contractors = new VersionedCache<>();

    /** The agencies that are known; an unknown one is absent. */
    Map<UUID, AgencyHistory> agencies(Connection connection, CopyState state, Collection<UUID> ids)
            throws SQLException {
        return agencies.get(state.version(), ids, unread -> readAgencies(connection, unread));
    }

    /** The contractors that are known; an unknown one is absent. */
    Map<UUID, Contractor> contractors(Connection connection, CopyState state, Collection<UUID> ids)
            throws SQLException {
        return contractors.get(state.version(), ids, unread -> readContractors(connection, unread));
    }

    private static Map<UUID, AgencyHistory> readAgencies(Connection connection, Collection<UUID> ids)
            throws SQLException {
        Map<UUID, Agency> agencies = new HashMap<>();
        Map<UUID, List<AgencyHistory.Policy>> policies = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT_AGENCIES)) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Agency agency = agency(row);
                    agencies.put(agency.agencyId(), agency);
                    policies.computeIfAbsent(agency.agencyId(), first -> new ArrayList<>())
                            .add(new AgencyHistory.Policy(
                                    row.getObject("recorded_on", LocalDate.class),
                                    agency.orderLimit(),
                                    agency.overLimit(),
                                    FactsJson.agencySettings(row.getString("settings"))));
                }
            }
        }
        Map<UUID, AgencyHistory> read = new HashMap<>();
        agencies.forEach((id, agency) -> read.put(id, new AgencyHistory(agency, policies.getOrDefault(id, List.of()))));
        return read;
    }

    private static Map<UUID, Contractor> readContractors(Connection connection, Collection<UUID> ids)
            throws SQLException {
        Map<UUID, Contractor> read = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT_CONTRACTORS)) {
            select.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject("contractor_id", UUID.class);
                    read.put(
                            id,
                            new Contractor(
                                    id,
                                    row.getString("legal_name"),
                                    FactsJson.certificates(row.getString("certificates")),
                                    FactsJson.locations(row.getString("locations"))));
                }
            }
        }
        return read;
    }

    private static Agency agency(ResultSet row) throws SQLException {
        BigDecimal limit = row.getBigDecimal("order_limit");
        return new Agency(
                row.getObject("agency_id", UUID.class),
                row.getString("name"),
                AgencyType.valueOf(row.getString("type")),
                row.getBoolean("empowered_to_expend_public_funds"),
                decision(row),
                limit == null ? null : Usd.of(limit),
                "BLOCK".equals(row.getString("order_limit_action")) ? Agency.OverLimit.BLOCK : Agency.OverLimit.WARN);
    }

    private static Agency.@Nullable AnalystDecision decision(ResultSet row) throws SQLException {
        LocalDate decidedOn = row.getObject("decided_on", LocalDate.class);
        return decidedOn == null
                ? null
                : new Agency.AnalystDecision(row.getString("decided_by"), decidedOn, row.getString("decision_reason"));
    }
}
