package org.opencmas.compliance.rehearsal;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rehearsal.Rehearsal.Asked;
import org.opencmas.compliance.rehearsal.Rehearsal.Progress;
import org.opencmas.compliance.rehearsal.Rehearsal.State;
import org.opencmas.compliance.rehearsal.RehearsalView.FlipView;
import org.opencmas.compliance.rehearsal.RehearsalView.FlipsOf;
import org.opencmas.compliance.rule.judging.Decision;
import org.opencmas.terms.Usd;

/** The rehearsals and what they showed. */
@ApplicationScoped
class Rehearsals {
    private static final String COLUMNS = """
            rehearsal_id, state, rule_set_version, parameter_id, decisions, replayed, unreadable, last_evaluation, asked_by,
            asked_by_name, asked_at, ended_at, failure
            """;
    private static final String INSERT = """
            insert into rehearsal (rehearsal_id, rule_set_version, parameter_id, decisions, asked_by, asked_by_name, asked_at, state)
            select ?, ?, ?, (select count(*) from evaluation where evaluated_at <= ?), ?, ?, ?, 'WAITING'
            """;

    /** Of an order that two rules stop, each of them has its dollars. */
    private static final String BY_RULE = """
            select rule, null::uuid, count(*) filter (where decision_now = 'RETURN'), count(*) filter (where decision_now = 'ISSUE'),
                   coalesce(sum(total), 0)
              from rehearsal_flip cross join unnest(rules) rule
             where rehearsal_id = ? group by rule order by 5 desc, rule
            """;

    private static final String BY_AGENCY = """
            select null, agency_id, count(*) filter (where decision_now = 'RETURN'), count(*) filter (where decision_now = 'ISSUE'),
                   coalesce(sum(total), 0)
              from rehearsal_flip where rehearsal_id = ? group by agency_id order by 5 desc, agency_id limit 100
            """;
    private static final String ALL = """
            select null, null::uuid, count(*) filter (where decision_now = 'RETURN'), count(*) filter (where decision_now = 'ISSUE'),
                   coalesce(sum(total), 0)
              from rehearsal_flip where rehearsal_id = ?
            """;
    private static final String FLIPS = """
            select evaluation_id, agency_id, agency_order_number, amendment_number, decision_then, decision_now, rules, total
              from rehearsal_flip where rehearsal_id = ? and (?::uuid is null or evaluation_id > ?)
             order by evaluation_id limit ?
            """;

    void store(Connection connection, UUID rehearsalId, String ruleSetVersion, @Nullable UUID parameterId, Asked asked)
            throws SQLException {
        OffsetDateTime at = asked.at().atOffset(ZoneOffset.UTC);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, rehearsalId);
            insert.setString(2, ruleSetVersion);
            insert.setObject(3, parameterId);
            insert.setObject(4, at);
            insert.setString(5, asked.by());
            insert.setString(6, asked.byName());
            insert.setObject(7, at);
            insert.executeUpdate();
        }
    }

    Optional<Rehearsal> find(Connection connection, UUID rehearsalId) throws SQLException {
        return list(connection, "where rehearsal_id = ?", rehearsalId).stream().findFirst();
    }

    /** The one that waits longest. */
    Optional<Rehearsal> findOpen(Connection connection) throws SQLException {
        return list(connection, "where state = 'WAITING' order by asked_at limit 1").stream()
                .findFirst();
    }

    /** The newest first, those before that one. */
    List<Rehearsal> list(Connection connection, @Nullable UUID before, int most) throws SQLException {
        return before == null
                ? list(connection, "order by rehearsal_id desc limit ?", most)
                : list(connection, "where rehearsal_id < ? order by rehearsal_id desc limit ?", before, most);
    }

    private static List<Rehearsal> list(Connection connection, String which, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS + " from rehearsal " + which)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<Rehearsal> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(rehearsal(row));
                }
            }
            return found;
        }
    }

    private static Rehearsal rehearsal(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Rehearsal(
                row.getObject("rehearsal_id", UUID.class),
                State.valueOf(row.getString("state")),
                row.getString("rule_set_version"),
                row.getObject("parameter_id", UUID.class),
                new Progress(
                        row.getInt("decisions"),
                        row.getInt("replayed"),
                        row.getInt("unreadable"),
                        row.getObject("last_evaluation", UUID.class)),
                new Asked(
                        row.getString("asked_by"),
                        row.getString("asked_by_name"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()),
                ended == null ? null : ended.toInstant(),
                row.getString("failure"));
    }

    FlipsOf all(Connection connection, UUID rehearsalId) throws SQLException {
        return sums(connection, ALL, rehearsalId).getFirst();
    }

    List<FlipsOf> byRule(Connection connection, UUID rehearsalId) throws SQLException {
        return sums(connection, BY_RULE, rehearsalId);
    }

    List<FlipsOf> byAgency(Connection connection, UUID rehearsalId) throws SQLException {
        return sums(connection, BY_AGENCY, rehearsalId);
    }

    private static List<FlipsOf> sums(Connection connection, String sql, UUID rehearsalId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, rehearsalId);
            List<FlipsOf> sums = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sums.add(new FlipsOf(
                            row.getString(1),
                            row.getObject(2, UUID.class),
                            row.getInt(3),
                            row.getInt(4),
                            Usd.of(row.getBigDecimal(5))));
                }
            }
            return sums;
        }
    }

    List<FlipView> flips(Connection connection, UUID rehearsalId, @Nullable UUID after, int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FLIPS)) {
            select.setObject(1, rehearsalId);
            select.setObject(2, after);
            select.setObject(3, after);
            select.setInt(4, most);
            List<FlipView> flips = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    flips.add(flip(row));
                }
            }
            return flips;
        }
    }

    private static FlipView flip(ResultSet row) throws SQLException {
        Array rules = row.getArray("rules");
        BigDecimal total = row.getBigDecimal("total");
        return new FlipView(
                row.getObject("evaluation_id", UUID.class),
                row.getObject("agency_id", UUID.class),
                row.getString("agency_order_number"),
                row.getInt("amendment_number"),
                Decision.valueOf(row.getString("decision_then")),
                Decision.valueOf(row.getString("decision_now")),
                List.of((String[]) rules.getArray()),
                Usd.of(total));
    }
}
