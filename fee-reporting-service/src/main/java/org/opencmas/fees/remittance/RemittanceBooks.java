package org.opencmas.fees.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opencmas.fees.proposal.Withdrawal;
import org.opencmas.fees.remittance.Remittance.Part;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.sql.Columns;
import org.opencmas.terms.Usd;

/**
 * Writes what becomes of a payment, each act as one posting whose entries balance. The database has the last word on what is left of a
 * payment and due of a report.
 */
@ApplicationScoped
class RemittanceBooks {
    private record Entry(UUID remittanceId, int posting, int line, UUID contractorId, String account, Usd amount) {}

    private record Allocated(UUID remittanceId, int posting, UUID contractorId, Part part, String by, String at) {}

    private static final Columns<Entry> ENTRIES = Columns.<Entry>of("remittance_id", "uuid", Entry::remittanceId)
            .and("posting", "int", Entry::posting)
            .and("line", "int", Entry::line)
            .and("contractor_id", "uuid", Entry::contractorId)
            .and("account", "text", Entry::account)
            .and("amount", "numeric", entry -> entry.amount().amount());
    private static final Columns<Allocated> ALLOCATIONS = Columns.<Allocated>of(
                    "remittance_id", "uuid", Allocated::remittanceId)
            .and("posting", "int", Allocated::posting)
            .and("cmas_number", "text", allocated -> allocated.part().cmasNumber())
            .and("quarter", "text", allocated -> allocated.part().quarter())
            .and("contractor_id", "uuid", Allocated::contractorId)
            .and("amount", "numeric", allocated -> allocated.part().amount().amount())
            .and("allocated_by", "text", Allocated::by)
            .and("allocated_at", "timestamptz", Allocated::at);

    /** The number of the payment's next posting; nobody else writes one until the transaction ends. */
    int next(Connection connection, UUID remittanceId) throws SQLException {
        lock(connection, remittanceId);
        try (PreparedStatement select = connection.prepareStatement(
                "select coalesce(max(posting), 0) + 1 from remittance_entry where remittance_id = ?")) {
            select.setObject(1, remittanceId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Nothing else becomes of the payment until the transaction ends. */
    void lock(Connection connection, UUID remittanceId) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(
                "select pg_advisory_xact_lock(hashtextextended('remittance ' || ?::text, 0))")) {
            lock.setObject(1, remittanceId);
            lock.execute();
        }
    }

    /**
     * One payment of a contractor is allocated at a time: what another one pays meanwhile would be refused as paid too much, though nobody
     * named the report. Held until the transaction ends; taken behind the payment's own lock and before those of its reports.
     */
    void lockAccount(Connection connection, UUID contractorId) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(
                "select pg_advisory_xact_lock(hashtextextended('account ' || ?::text, 0))")) {
            lock.setObject(1, contractorId);
            lock.execute();
        }
    }

    /** Cash came in and waits to be applied. */
    void received(Connection connection, Remittance remittance) throws SQLException {
        write(connection, remittance, 1, List.of("cash", unapplied(remittance)), remittance.amount());
    }

    void allocate(Connection connection, Remittance remittance, int posting, List<Part> parts, String by, Instant at)
            throws SQLException {
        List<Allocated> allocated = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (Part part : parts) {
            allocated.add(new Allocated(
                    remittance.remittanceId(), posting, remittance.contractorId(), part, by, at.toString()));
            entries.add(entry(remittance, posting, entries.size() + 1, unapplied(remittance), part.amount()));
            entries.add(entry(
                    remittance,
                    posting,
                    entries.size() + 1,
                    "fee-receivable:" + part.cmasNumber(),
                    part.amount().negated()));
        }
        guarded(() -> {
            try (PreparedStatement insert =
                    connection.prepareStatement(ALLOCATIONS.insertInto("remittance_allocation"))) {
                ALLOCATIONS.bind(insert, 1, allocated);
                insert.executeUpdate();
            }
        });
        write(connection, entries);
    }

    void propose(Connection connection, Remittance remittance, Remittance.Refund refund) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into remittance_refund (refund_id, remittance_id, contractor_id, amount, reason, proposed_by, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setObject(1, refund.refundId());
            insert.setObject(2, remittance.remittanceId());
            insert.setObject(3, remittance.contractorId());
            insert.setBigDecimal(4, refund.amount().amount());
            insert.setString(5, refund.reason());
            insert.setString(6, refund.proposedBy());
            insert.setObject(7, refund.proposedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    void withdraw(Connection connection, Remittance remittance, Remittance.Refund refund, Withdrawal withdrawal)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into remittance_refund_withdrawal"
                + " (withdrawn_by, withdrawn_at, reason, refund_id, contractor_id) values (?, ?, ?, ?, ?)")) {
            withdrawal.bind(insert, 1);
            insert.setObject(4, refund.refundId());
            insert.setObject(5, remittance.contractorId());
            insert.executeUpdate();
        }
    }

    void approve(
            Connection connection, Remittance remittance, Remittance.Refund refund, int posting, String by, Instant at)
            throws SQLException {
        guarded(() -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into remittance_refund_approval (refund_id, remittance_id, contractor_id, posting, approved_by, approved_at)
                    values (?, ?, ?, ?, ?, ?)
                    """)) {
                insert.setObject(1, refund.refundId());
                insert.setObject(2, remittance.remittanceId());
                insert.setObject(3, remittance.contractorId());
                insert.setInt(4, posting);
                insert.setString(5, by);
                insert.setObject(6, at.atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
        });
        write(connection, remittance, posting, List.of(unapplied(remittance), "cash"), refund.amount());
    }

    private static String unapplied(Remittance remittance) {
        return "unapplied-cash:" + remittance.contractorId();
    }

    private static Entry entry(Remittance remittance, int posting, int line, String account, Usd amount) {
        return new Entry(remittance.remittanceId(), posting, line, remittance.contractorId(), account, amount);
    }

    /** @param accounts the one debited, then the one credited */
    private static void write(
            Connection connection, Remittance remittance, int posting, List<String> accounts, Usd amount)
            throws SQLException {
        write(
                connection,
                List.of(
                        entry(remittance, posting, 1, accounts.getFirst(), amount),
                        entry(remittance, posting, 2, accounts.getLast(), amount.negated())));
    }

    private static void write(Connection connection, List<Entry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ENTRIES.insertInto("remittance_entry"))) {
            ENTRIES.bind(insert, 1, entries);
            insert.executeUpdate();
        }
    }

    /** A failure of the database that is no refusal. */
    private static final class UncheckedSql extends RuntimeException {
        private static final long serialVersionUID = 1;

        UncheckedSql(SQLException cause) {
            super(cause);
        }
    }

    private interface Writing {
        void write() throws SQLException;
    }

    private static void guarded(Writing writing) throws SQLException {
        try {
            writing.write();
        } catch (SQLException e) {
            throw switch (String.valueOf(e.getSQLState())) {
                case "CM001" ->
                    new RefusedByRule("remittance-overspent", "The payment has less left than that. Read it again.");
                case "CM002" ->
                    new RefusedByRule(
                            "report-overpaid",
                            "A report would be paid more than is due with it, or less than nothing. What a correction adds is"
                                    + " due with the next report still open. What is paid too much stays unapplied, for later"
                                    + " reports or a refund.");
                case "CM003" ->
                    new Conflict(
                            "report-not-filed",
                            "A report that is to be paid was not filed by that contractor, so no fee is due with it yet.");
                case "CM004" ->
                    new Conflict(
                            "second-person-needed",
                            "A refund is approved by another person than the one who proposed it.");
                default -> new UncheckedSql(e);
            };
        }
    }
}
