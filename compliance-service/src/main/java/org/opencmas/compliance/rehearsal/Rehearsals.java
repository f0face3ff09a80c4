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
import org.opencmas.compliance.rehearsal.RehearsalView.UnreplayedView;
import org.opencmas.compliance.rule.judging.Decision;
import org.opencmas.terms.Usd;

/** The rehearsals and what they showed. */
@ApplicationScoped
class Rehearsals {
    private static final String COLUMNS = """
            rehearsal_id, state, rule_set_version, parameter_id, decisions, replayed, unreadable, last_evaluation, asked_by,
            asked_by_name, asked_at, ended_at, failure, decisions_found, showed
            """;
    private static final String INSERT = """
            insert into rehearsal (rehearsal_id, rule_set_version, parameter_id, decisions, asked_by, asked_by_name, asked_at, state)
            select ?, ?, ?, (select count(*) from evaluation where evaluated_at <= ?), ?, ?, ?, 'WAITING'
            """;

    private static final String FLIPS = """
            select evaluation_id, agency_id, agency_order_number, amendment_number, decision_then, decision_now, rules, total
              from rehearsal_flip where rehearsal_id = ? and (?::uuid is null or evaluation_id > ?)
             order by evaluation_id limit ?
            """;

    private static final String UNREPLAYED = """
            select evaluation_id, agency_id, agency_order_number, amendment_number, reason
              from rehearsal_unread where rehearsal_id = ? and (?::uuid is null or evaluation_id > ?)
             order by evaluation_id limit ?
            """;

    /**
     * While a transaction goes on that was begun before, a decision that is to be replayed may not be visible yet; it would be passed over,
     * since they are replayed in the order of their ids.
     */
    private static final String OPEN = """
            where state = 'WAITING' and not exists (
                    select from pg_stat_activity
                     where datname = current_database() and usename = session_user and pid <> pg_backend_pid()
                       and xact_start < asked_in_database_at)
             order by asked_at limit 1
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

    /** The one that waits longest, of those that no decision is under way for. */
    Optional<Rehearsal> findOpen(Connection connection) throws SQLException {
        return list(connection, OPEN).stream().findFirst();
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
        Integer found = row.getObject("decisions_found", Integer.class);
        String showed = row.getString("showed");
        return new Rehearsal(
                row.getObject("rehearsal_id", UUID.class),
                State.valueOf(row.getString("state")),
                row.getString("rule_set_version"),
                row.getObject("parameter_id", UUID.class),
                new Progress(
                        found == null ? row.getInt("decisions") : found,
                        row.getInt("replayed"),
                        row.getInt("unreadable"),
                        row.getObject("last_evaluation", UUID.class)),
                new Asked(
                        row.getString("asked_by"),
                        row.getString("asked_by_name"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()),
                ended == null ? null : ended.toInstant(),
                row.getString("failure"),
                showed == null ? null : RehearsalSums.parse(showed));
    }

    List<FlipView> flips(Connection connection, UUID rehearsalId, @Nullable UUID after, int most) throws SQLException {
        return page(connection, FLIPS, rehearsalId, after, most, Rehearsals::flip);
    }

    List<UnreplayedView> unreplayed(Connection connection, UUID rehearsalId, @Nullable UUID after, int most)
            throws SQLException {
        return page(connection, UNREPLAYED, rehearsalId, after, most, Rehearsals::unreplayed);
    }

    /** One row as the thing that it is. */
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> page(
            Connection connection, String sql, UUID rehearsalId, @Nullable UUID after, int most, RowReader<T> reader)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, rehearsalId);
            select.setObject(2, after);
            select.setObject(3, after);
            select.setInt(4, most);
            List<T> page = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    page.add(reader.read(row));
                }
            }
            return page;
        }
    }

    private static UnreplayedView unreplayed(ResultSet row) throws SQLException {
        return new UnreplayedView(
                row.getObject("evaluation_id", UUID.class),
                row.getObject("agency_id", UUID.class),
                row.getString("agency_order_number"),
                row.getInt("amendment_number"),
                Unreplayable.Reason.valueOf(row.getString("reason")));
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
