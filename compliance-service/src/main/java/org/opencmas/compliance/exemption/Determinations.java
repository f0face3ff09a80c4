package org.opencmas.compliance.exemption;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.exemption.ExemptionRecord.Asked;
import org.opencmas.compliance.exemption.ExemptionRecord.Decided;
import org.opencmas.compliance.exemption.ExemptionRecord.ExemptionDecision;
import org.opencmas.compliance.exemption.ExemptionRecord.Withdrawn;
import org.opencmas.compliance.exemption.tree.DecisionTree;
import org.opencmas.compliance.exemption.tree.Determination;
import org.opencmas.compliance.exemption.tree.Determination.ExemptionOutcome;
import org.opencmas.compliance.exemption.tree.ExemptionFacts;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.http.IfMatch;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.AgencyType;

/** The determinations and the decisions on them: stored once, never changed. */
@ApplicationScoped
class Determinations {
    private static final ObjectReader FACTS = FactsJson.reader(new TypeReference<ExemptionFacts>() {});
    private static final ObjectReader DETERMINATION = FactsJson.reader(new TypeReference<Determination>() {});
    private static final ObjectReader WITHDRAWALS = FactsJson.reader(new TypeReference<List<Withdrawn>>() {});

    private static final String INSERT = """
            insert into exemption_determination (agency_id, determination_id, procured_on, outcome, tree_version, facts,
                determination, asked_by, asked_by_name, asked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String INSERT_DECISION = """
            insert into exemption_decision (agency_id, determination_id, decision, reason, decided_on, decided_by,
                decided_by_name, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String INSERT_WITHDRAWAL = """
            insert into exemption_withdrawal (agency_id, determination_id, point, reason, withdrawn_on, withdrawn_by,
                withdrawn_by_name, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String SELECT = """
            select d.agency_id, d.determination_id, d.facts, d.determination, d.asked_by, d.asked_by_name, d.asked_at,
                x.decision, x.reason, x.decided_on, x.decided_by, x.decided_by_name, x.recorded_at,
                (select json_agg(json_build_object('point', w.point, 'reason', w.reason, 'withdrawnOn', w.withdrawn_on,
                        'subject', w.withdrawn_by, 'name', w.withdrawn_by_name,
                        'at', to_char(w.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) order by w.recorded_at)
                   from exemption_withdrawal w
                  where w.agency_id = d.agency_id and w.determination_id = d.determination_id) as withdrawals
              from exemption_determination d
              left join exemption_decision x using (agency_id, determination_id)
             where true
            """;
    private static final String SELECT_TYPE = "select type from agency where agency_id = ?";

    /**
     * What to look for; a null is no condition.
     *
     * @param from first day of procurement, inclusive
     * @param to last day of procurement, inclusive
     * @param before only determinations made before this one
     */
    record Filter(
            @Nullable UUID agencyId,
            @Nullable ExemptionOutcome outcome,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID before) {}

    void store(Connection connection, ExemptionRecord made) throws SQLException {
        Asked asked = made.asked();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, made.agencyId());
            insert.setObject(2, made.determinationId());
            insert.setObject(3, made.facts().procurement().procuredOn());
            insert.setString(4, made.determination().outcome().name());
            insert.setInt(5, DecisionTree.VERSION);
            insert.setString(6, FactsJson.text(made.facts()));
            insert.setString(7, FactsJson.text(made.determination()));
            insert.setString(8, asked.subject());
            insert.setString(9, asked.name());
            insert.setObject(10, asked.at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** False when another transaction stored a decision first. */
    boolean storeDecision(Connection connection, ExemptionRecord on, Decided decided) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_DECISION)) {
            insert.setObject(1, on.agencyId());
            insert.setObject(2, on.determinationId());
            insert.setString(3, decided.decision().name());
            insert.setString(4, decided.reason());
            insert.setObject(5, decided.decidedOn());
            insert.setString(6, decided.subject());
            insert.setString(7, decided.name());
            insert.setObject(8, decided.at().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    /** False when the attestation was withdrawn by another transaction first. */
    boolean storeWithdrawal(Connection connection, ExemptionRecord on, Withdrawn withdrawn) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_WITHDRAWAL)) {
            insert.setObject(1, on.agencyId());
            insert.setObject(2, on.determinationId());
            insert.setString(3, withdrawn.point().name());
            insert.setString(4, withdrawn.reason());
            insert.setObject(5, withdrawn.withdrawnOn());
            insert.setString(6, withdrawn.subject());
            insert.setString(7, withdrawn.name());
            insert.setObject(8, withdrawn.at().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    /**
     * The one that somebody wants to change, as the caller last saw it.
     *
     * @param only the agency whose it must be; null for any
     * @throws NotFound (404) for an unknown one, and for one of another agency
     * @throws RuntimeException (428, 412) when {@code ifMatch} is missing or stale
     */
    ExemptionRecord current(Connection connection, UUID determinationId, @Nullable UUID only, @Nullable String ifMatch)
            throws SQLException {
        ExemptionRecord made = find(connection, determinationId)
                .filter(each -> only == null || only.equals(each.agencyId()))
                .orElseThrow(() -> new NotFound("exemption determination", determinationId));
        IfMatch.require(ifMatch, made.version());
        return made;
    }

    Optional<ExemptionRecord> find(Connection connection, UUID determinationId) throws SQLException {
        return query(connection, SELECT + "and d.determination_id = ?", List.of(determinationId)).stream()
                .findFirst();
    }

    /** At most {@code limit} that meet every condition, the newest first. */
    List<ExemptionRecord> list(Connection connection, Filter filter, int limit) throws SQLException {
        var sql = new StringBuilder(SELECT);
        List<Object> values = new ArrayList<>();
        and(sql, values, "d.agency_id = ?", filter.agencyId());
        ExemptionOutcome outcome = filter.outcome();
        and(sql, values, "d.outcome = ?", outcome == null ? null : outcome.name());
        and(sql, values, "d.procured_on >= ?", filter.from());
        and(sql, values, "d.procured_on <= ?", filter.to());
        and(sql, values, "d.determination_id < ?", filter.before());
        sql.append("order by d.determination_id desc limit ?");
        values.add(limit);
        return query(connection, sql.toString(), values);
    }

    /** The kind of public body that an agency is; empty when no news of it has come. */
    Optional<AgencyType> agencyType(Connection connection, UUID agencyId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT_TYPE)) {
            select.setObject(1, agencyId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(AgencyType.valueOf(row.getString(1))) : Optional.empty();
            }
        }
    }

    private static void and(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append("and ").append(condition).append('\n');
            values.add(value);
        }
    }

    private static List<ExemptionRecord> query(Connection connection, String sql, List<Object> values)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                List<ExemptionRecord> found = new ArrayList<>();
                while (row.next()) {
                    found.add(stored(row));
                }
                return found;
            }
        }
    }

    private static ExemptionRecord stored(ResultSet row) throws SQLException {
        return new ExemptionRecord(
                row.getObject("agency_id", UUID.class),
                row.getObject("determination_id", UUID.class),
                FactsJson.read(FACTS, row.getString("facts")),
                FactsJson.read(DETERMINATION, row.getString("determination")),
                new Asked(row.getString("asked_by"), row.getString("asked_by_name"), instant(row, "asked_at")),
                row.getString("decision") == null ? null : decided(row),
                withdrawals(row.getString("withdrawals")));
    }

    private static List<Withdrawn> withdrawals(@Nullable String stored) {
        return stored == null ? List.of() : FactsJson.read(WITHDRAWALS, stored);
    }

    private static Decided decided(ResultSet row) throws SQLException {
        return new Decided(
                ExemptionDecision.valueOf(row.getString("decision")),
                row.getString("reason"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("decided_by"),
                row.getString("decided_by_name"),
                instant(row, "recorded_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
