package org.opencmas.fees.remittance;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.proposal.ProposalState;
import org.opencmas.fees.proposal.Withdrawal;
import org.opencmas.fees.remittance.Remittance.Allocation;
import org.opencmas.fees.remittance.Remittance.Method;
import org.opencmas.fees.remittance.Remittance.Refund;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/** Reads payments with what became of them. */
@ApplicationScoped
class Remittances {
    private static final String SELECT = """
            select remittance_id, contractor_id, reference, method, amount, received_on, recorded_by, recorded_at from remittance
            where %s order by received_on, remittance_id limit ?
            """;

    /** The last one of the page before. */
    record After(LocalDate receivedOn, UUID remittanceId) {}

    Optional<Remittance> find(Connection connection, UUID remittanceId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT.formatted("remittance_id = ?"))) {
            select.setObject(1, remittanceId);
            select.setInt(2, 1);
            return read(connection, select).stream().findFirst();
        }
    }

    /** @param contractorId null for all contractors' */
    List<Remittance> list(Connection connection, @Nullable UUID contractorId, @Nullable After after, int count)
            throws SQLException {
        String where =
                "(?::uuid is null or contractor_id = ?) and (?::date is null or (received_on, remittance_id) > (?, ?))";
        try (PreparedStatement select = connection.prepareStatement(SELECT.formatted(where))) {
            LocalDate day = after == null ? null : after.receivedOn();
            select.setObject(1, contractorId);
            select.setObject(2, contractorId);
            select.setObject(3, day);
            select.setObject(4, day);
            select.setObject(5, after == null ? null : after.remittanceId());
            select.setInt(6, count);
            return read(connection, select);
        }
    }

    /** Three statements, however many payments there are. */
    private static List<Remittance> read(Connection connection, PreparedStatement select) throws SQLException {
        List<Remittance> payments = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                var payment = new Remittance.Payment(
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        Method.valueOf(row.getString(4)),
                        Usd.of(row.getBigDecimal(5)),
                        row.getObject(6, LocalDate.class));
                payments.add(payment.recorded(row.getObject(1, UUID.class), row.getString(7), instant(row, 8)));
            }
        }
        if (payments.isEmpty()) {
            return payments;
        }
        Object[] ids = payments.stream().map(Remittance::remittanceId).toArray();
        Map<UUID, List<Allocation>> allocations = allocations(connection, ids);
        Map<UUID, List<Refund>> refunds = refunds(connection, ids);
        return payments.stream()
                .map(payment -> payment.with(
                        allocations.getOrDefault(payment.remittanceId(), List.of()),
                        refunds.getOrDefault(payment.remittanceId(), List.of())))
                .toList();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Map<UUID, List<Allocation>> allocations(Connection connection, Object[] remittanceIds)
            throws SQLException {
        Map<UUID, List<Allocation>> allocations = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select cmas_number, quarter, amount, allocated_by, allocated_at, remittance_id from remittance_allocation
                where remittance_id = any (?) order by posting, quarter, cmas_number
                """)) {
            select.setArray(1, connection.createArrayOf("uuid", remittanceIds));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    add(
                            allocations,
                            row.getObject(6, UUID.class),
                            new Allocation(
                                    CmasNumber.parse(row.getString(1)),
                                    CalendarQuarter.parse(row.getString(2)),
                                    Usd.of(row.getBigDecimal(3)),
                                    row.getString(4),
                                    instant(row, 5)));
                }
            }
        }
        return allocations;
    }

    private static <T> void add(Map<UUID, List<T>> lists, UUID remittanceId, T item) {
        lists.computeIfAbsent(remittanceId, none -> new ArrayList<>()).add(item);
    }

    private static Map<UUID, List<Refund>> refunds(Connection connection, Object[] remittanceIds) throws SQLException {
        Map<UUID, List<Refund>> refunds = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select f.refund_id, f.amount, f.reason, f.proposed_by, f.proposed_at, p.approved_by, p.approved_at,
                    f.remittance_id, w.withdrawn_by, w.withdrawn_at, w.reason
                from remittance_refund f left join remittance_refund_approval p using (refund_id)
                    left join remittance_refund_withdrawal w using (refund_id)
                where f.remittance_id = any (?) order by f.proposed_at, f.refund_id
                """)) {
            select.setArray(1, connection.createArrayOf("uuid", remittanceIds));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String approvedBy = row.getString(6);
                    Withdrawal withdrawal = Withdrawal.of(row, 9);
                    add(
                            refunds,
                            row.getObject(8, UUID.class),
                            new Refund(
                                    row.getObject(1, UUID.class),
                                    Usd.of(row.getBigDecimal(2)),
                                    row.getString(3),
                                    ProposalState.of(approvedBy, withdrawal),
                                    row.getString(4),
                                    instant(row, 5),
                                    approvedBy,
                                    approvedBy == null ? null : instant(row, 7),
                                    withdrawal));
                }
            }
        }
        return refunds;
    }

    /** Whether the contractor has a payment of that reference; letter case and repeated blanks do not count. Nobody adds one meanwhile. */
    static boolean isKnown(Connection connection, UUID contractorId, String reference) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(
                "select pg_advisory_xact_lock(hashtextextended('payments of ' || ?::text, 0))")) {
            lock.setObject(1, contractorId);
            lock.execute();
        }
        try (PreparedStatement select =
                connection.prepareStatement("select reference from remittance where contractor_id = ?")) {
            select.setObject(1, contractorId);
            String key = Identifier.keyOf(reference);
            try (ResultSet row = select.executeQuery()) {
                boolean isKnown = false;
                while (!isKnown && row.next()) {
                    isKnown = Identifier.keyOf(row.getString(1)).equals(key);
                }
                return isKnown;
            }
        }
    }

    /** Adds a payment; false when the contractor's payment of that reference is there already. */
    static boolean add(Connection connection, Remittance remittance) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into remittance (remittance_id, contractor_id, reference, method, amount, received_on, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (contractor_id, reference) do nothing
                """)) {
            insert.setObject(1, remittance.remittanceId());
            insert.setObject(2, remittance.contractorId());
            insert.setString(3, remittance.reference());
            insert.setString(4, remittance.method().name());
            insert.setBigDecimal(5, remittance.amount().amount());
            insert.setObject(6, remittance.receivedOn());
            insert.setString(7, remittance.recordedBy());
            insert.setObject(8, remittance.recordedAt().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }
}
