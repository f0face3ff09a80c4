package org.opencmas.order.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opencmas.order.oversight.NotedOverride.DecidedBy;
import org.opencmas.order.oversight.NotedOverride.Kind;
import org.opencmas.order.oversight.NotedOverride.Subject;
import org.opencmas.terms.Usd;

/** The overrides as they were decided; a row is never changed. */
@ApplicationScoped
public class Overrides {
    private static final String INSERT = """
            insert into override (override_id, agency_id, kind, rule, subject_id, reference, place, decided_at, decided_by, role, reason,
                amount, http_request_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FIND = """
            select override_id, agency_id, kind, rule, subject_id, reference, place, decided_at, decided_by, role, reason, amount,
                http_request_id
            from override
            """;
    private static final String COUNT = """
            select decided_by, agency_id, rule, count(*), count(distinct subject_id), min(decided_at), max(decided_at)
            from override
            """;

    /** Notes it in the transaction in which it is decided. */
    public void note(Connection connection, NotedOverride override) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Subject about = override.about();
            Usd amount = about.amount();
            insert.setObject(1, override.overrideId());
            insert.setObject(2, about.agencyId());
            insert.setString(3, override.kind().name());
            insert.setString(4, override.rule());
            insert.setObject(5, about.subjectId());
            insert.setString(6, about.reference());
            insert.setString(7, override.place());
            insert.setObject(8, override.by().decidedAt().atOffset(ZoneOffset.UTC));
            insert.setString(9, override.by().decidedBy());
            insert.setString(10, override.by().role());
            insert.setString(11, override.reason());
            insert.setBigDecimal(12, amount == null ? null : amount.amount());
            insert.setString(13, override.by().requestId());
            insert.executeUpdate();
        }
    }

    /** The latest first. */
    List<NotedOverride> find(Connection connection, OverrideSearch search, int most) throws SQLException {
        var sql = new StringBuilder(FIND);
        List<Object> values = search.addTo(sql);
        sql.append(" order by decided_at desc, override_id desc limit ?");
        values.add(most);
        List<NotedOverride> found = new ArrayList<>();
        try (PreparedStatement select = prepared(connection, sql, values);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(read(row));
            }
        }
        return found;
    }

    /** How often each person of each agency passed over each rule; who did it most first. */
    List<OverrideCount> count(Connection connection, OverrideSearch search, int most) throws SQLException {
        var sql = new StringBuilder(COUNT);
        List<Object> values = search.addTo(sql);
        sql.append(" group by decided_by, agency_id, rule order by count(*) desc, decided_by, agency_id, rule limit ?");
        values.add(most);
        List<OverrideCount> found = new ArrayList<>();
        try (PreparedStatement select = prepared(connection, sql, values);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new OverrideCount(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getObject(7, OffsetDateTime.class).toInstant()));
            }
        }
        return found;
    }

    private static PreparedStatement prepared(Connection connection, StringBuilder sql, List<Object> values)
            throws SQLException {
        PreparedStatement select = connection.prepareStatement(sql.toString());
        for (int i = 0; i < values.size(); i++) {
            select.setObject(i + 1, values.get(i));
        }
        return select;
    }

    private static NotedOverride read(ResultSet row) throws SQLException {
        var amount = row.getBigDecimal("amount");
        return new NotedOverride(
                row.getObject("override_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("rule"),
                row.getString("place"),
                row.getString("reason"),
                new Subject(
                        row.getObject("agency_id", UUID.class),
                        row.getObject("subject_id", UUID.class),
                        row.getString("reference"),
                        amount == null ? null : Usd.of(amount)),
                new DecidedBy(
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("decided_by"),
                        row.getString("role"),
                        row.getString("http_request_id")));
    }
}
