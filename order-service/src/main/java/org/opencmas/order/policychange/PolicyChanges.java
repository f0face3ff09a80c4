package org.opencmas.order.policychange;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.agency.AgencyView.PolicyView;
import org.opencmas.order.policychange.PolicyChange.Act;
import org.opencmas.order.policychange.PolicyChange.State;
import org.opencmas.order.purchaseorder.document.OrderJson;

/** The stored changes of policies. Every method works on the connection that it is given, in the caller's transaction. */
@ApplicationScoped
class PolicyChanges {
    void insert(Connection connection, PolicyChange change) throws SQLException {
        String sql = """
                insert into agency_policy_change (change_id, agency_id, state, effective_on, loosens, policy, proposed_at, proposed_by, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, change.changeId());
            insert.setObject(2, change.agencyId());
            insert.setString(3, change.state().name());
            insert.setObject(4, change.effectiveOn());
            insert.setArray(5, connection.createArrayOf("text", change.loosens().toArray()));
            insert.setString(6, OrderJson.write(change.policy()));
            insert.setObject(7, time(change.proposed()));
            insert.setString(8, change.proposed().by());
            insert.setLong(9, change.version());
            insert.executeUpdate();
        }
    }

    /** Where a change stands after something was done with it. */
    void update(Connection connection, PolicyChange change) throws SQLException {
        String sql = """
                update agency_policy_change
                set state = ?, loosens = ?, confirmed_at = ?, confirmed_by = ?, withdrawn_at = ?, withdrawn_by = ?, adopted_version = ?,
                    version = ?
                where change_id = ? and agency_id = ? and version = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, change.state().name());
            update.setArray(2, connection.createArrayOf("text", change.loosens().toArray()));
            set(update, 3, change.confirmed());
            set(update, 5, change.withdrawn());
            update.setObject(7, change.adoptedVersion(), Types.BIGINT);
            update.setLong(8, change.version());
            update.setObject(9, change.changeId());
            update.setObject(10, change.agencyId());
            update.setLong(11, change.version() - 1);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("a change of a policy is not as it was before");
            }
        }
    }

    private static void set(PreparedStatement statement, int at, @Nullable Act act) throws SQLException {
        statement.setObject(at, act == null ? null : time(act), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setString(at + 1, act == null ? null : act.by());
    }

    private static OffsetDateTime time(Act act) {
        return act.at().atOffset(ZoneOffset.UTC);
    }

    /** The change, held against every other until the transaction ends. */
    Optional<PolicyChange> findForUpdate(Connection connection, UUID agencyId, UUID changeId) throws SQLException {
        String sql = "select * from agency_policy_change where agency_id = ? and change_id = ? for update";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, agencyId);
            select.setObject(2, changeId);
            return all(select).stream().findFirst();
        }
    }

    /** Those of an agency that were set before that one, the newest first. */
    List<PolicyChange> of(Connection connection, UUID agencyId, @Nullable UUID before, int limit) throws SQLException {
        String sql = """
                select * from agency_policy_change where agency_id = ? and (?::uuid is null or change_id < ?)
                order by change_id desc limit ?
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, agencyId);
            select.setObject(2, before, Types.OTHER);
            select.setObject(3, before, Types.OTHER);
            select.setInt(4, limit);
            return all(select);
        }
    }

    /** Those whose day has come and that nobody has to confirm any more, in the order of their days. */
    List<PolicyChange> due(Connection connection, LocalDate today) throws SQLException {
        String sql = """
                select * from agency_policy_change where state = 'AWAITS_DAY' and effective_on <= ? order by effective_on, change_id
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, today);
            return all(select);
        }
    }

    private static List<PolicyChange> all(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<PolicyChange> found = new ArrayList<>();
            while (row.next()) {
                found.add(change(row));
            }
            return found;
        }
    }

    private static PolicyChange change(ResultSet row) throws SQLException {
        Act proposed = act(row, "proposed");
        if (proposed == null) {
            throw new IllegalStateException("a change of a policy that nobody set");
        }
        return new PolicyChange(
                row.getObject("change_id", UUID.class),
                row.getObject("agency_id", UUID.class),
                State.valueOf(row.getString("state")),
                row.getObject("effective_on", LocalDate.class),
                Arrays.asList((String[]) row.getArray("loosens").getArray()),
                OrderJson.read(row.getString("policy"), PolicyView.class),
                proposed,
                act(row, "confirmed"),
                act(row, "withdrawn"),
                row.getObject("adopted_version", Long.class),
                row.getLong("version"));
    }

    private static @Nullable Act act(ResultSet row, String what) throws SQLException {
        OffsetDateTime at = row.getObject(what + "_at", OffsetDateTime.class);
        Instant moment = at == null ? null : at.toInstant();
        return moment == null ? null : new Act(moment, row.getString(what + "_by"));
    }
}
