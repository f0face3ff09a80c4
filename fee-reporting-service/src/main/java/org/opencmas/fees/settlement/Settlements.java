package org.opencmas.fees.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.obligation.ReportObligations;
import org.opencmas.fees.proposal.ProposalState;
import org.opencmas.fees.proposal.Withdrawal;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

/** The tables of settlements. Each act is a statement or two, however much is settled by it. */
@ApplicationScoped
class Settlements {
    /**
     * Expected for nothing but its term, so that no order of it is known here, and due before the suite wrote its first entry; what its contractor
     * has begun to fill in is the contractor's to file.
     */
    private static final String REPORTS = """
            select 'REPORT' as kind, o.cmas_number, o.quarter, o.contractor_id, o.due_on, 0::numeric as amount
            from report_obligation o
            where o.filed_at is null and o.due_on < (select began from suite) and\s""" + ReportObligations.WITHOUT_ORDER + """
                 and not exists (select from settled d where (d.cmas_number, d.quarter, d.kind) = (o.cmas_number, o.quarter, 'REPORT'))
                and not exists (select from report_draft r where (r.cmas_number, r.quarter) = (o.cmas_number, o.quarter))
            """;
    /** Filed without a proof: before payments were kept, so that nobody can say here whether it was paid. */
    private static final String FEES = """
            select 'FEE', s.cmas_number, s.quarter, s.contractor_id, o.due_on, s.fee_due - coalesce(
                (select sum(a.amount) from remittance_allocation a where (a.cmas_number, a.quarter) = (s.cmas_number, s.quarter)), 0)
            from filed_statement s join report_obligation o using (cmas_number, quarter)
            where not exists (select from fee_proof p where (p.cmas_number, p.quarter) = (s.cmas_number, s.quarter))
                and not exists (select from settled d where (d.cmas_number, d.quarter, d.kind) = (s.cmas_number, s.quarter, 'FEE'))
            """;
    /** The day of the journal's first entry, in California. */
    private static final String OWED = "with suite as (select coalesce((select (occurred_at at time zone"
            + " 'America/Los_Angeles')::date from journal join journal_order using (event_id) order by position limit 1), ?::date) as began), owed as ("
            + REPORTS + " union all " + FEES + ") ";

    private static final String PROPOSE = OWED + """
            insert into settlement_item (settlement_id, kind, cmas_number, quarter, contractor_id, due_on, amount)
            select ?, kind, cmas_number, quarter, contractor_id, due_on, amount from owed
            where quarter <= ? and (?::uuid is null or contractor_id = ?) and (kind = 'REPORT' or amount > 0)
            """;
    private static final String SETTLE = OWED + """
            insert into settled (kind, cmas_number, quarter, contractor_id, amount, settlement_id)
            select w.kind, w.cmas_number, w.quarter, w.contractor_id, w.amount, i.settlement_id
            from settlement_item i join owed w using (kind, cmas_number, quarter)
            where i.settlement_id = ? and (w.kind = 'REPORT' or w.amount > 0)
            """;
    /** What a settlement settles: as proposed until it is approved, from then on what was settled indeed. */
    private static final String CONTENT = """
            (select p.settlement_id, p.kind, p.cmas_number, p.quarter, p.contractor_id, p.due_on, coalesce(d.amount, p.amount) as amount
            from settlement_item p left join settled d
                on (d.settlement_id, d.kind, d.cmas_number, d.quarter) = (p.settlement_id, p.kind, p.cmas_number, p.quarter)
            where d.settlement_id is not null
                or not exists (select from settlement_approval b where b.settlement_id = p.settlement_id)) i
            """;

    private static final String SELECT = """
            select s.settlement_id, s.contractor_id, s.through_quarter, s.reason, s.proposed_by, s.proposed_at, a.approved_by, a.approved_at,
                c.reports, c.fees, c.amount, c.oldest, w.withdrawn_by, w.withdrawn_at, w.reason
            from settlement s left join settlement_approval a using (settlement_id)
            left join settlement_withdrawal w using (settlement_id)
            cross join lateral (select count(*) filter (where kind = 'REPORT') as reports, count(*) filter (where kind = 'FEE') as fees,
                coalesce(sum(amount), 0) as amount, min(due_on) as oldest
                from """ + CONTENT + """
                where i.settlement_id = s.settlement_id) c
            where %s order by s.settlement_id limit ?
            """;
    private static final String ITEMS = """
            select kind, cmas_number, quarter, contractor_id, due_on, amount from """ + CONTENT + """
            where settlement_id = ? and (?::text is null or (quarter, cmas_number, kind) > (?, ?, ?))
            order by quarter, cmas_number, kind limit ?
            """;

    /** The last item of the page before. */
    record After(String quarter, String cmasNumber, String kind) {}

    /** A settlement to propose. */
    record Proposal(
            UUID settlementId,
            @Nullable UUID contractorId,
            CalendarQuarter through,
            String reason,
            String by,
            Instant at) {}

    /** @return how much it would settle */
    int propose(Connection connection, Proposal proposal, LocalDate today) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into settlement (settlement_id, contractor_id, through_quarter, reason, proposed_by, proposed_at)
                values (?, ?, ?, ?, ?, ?)
                """)) {
            insert.setObject(1, proposal.settlementId());
            insert.setObject(2, proposal.contractorId());
            insert.setString(3, proposal.through().toString());
            insert.setString(4, proposal.reason());
            insert.setString(5, proposal.by());
            insert.setObject(6, proposal.at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(PROPOSE)) {
            insert.setObject(1, today);
            insert.setObject(2, proposal.settlementId());
            insert.setString(3, proposal.through().toString());
            insert.setObject(4, proposal.contractorId());
            insert.setObject(5, proposal.contractorId());
            return insert.executeUpdate();
        }
    }

    /**
     * Settles what was proposed, as far as it is still owed.
     *
     * @return how much was settled
     */
    int approve(Connection connection, UUID settlementId, String by, Instant at, LocalDate today) throws SQLException {
        waitForPayments(connection, settlementId);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into settlement_approval values (?, ?, ?)")) {
            insert.setObject(1, settlementId);
            insert.setString(2, by);
            insert.setObject(3, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(SETTLE)) {
            insert.setObject(1, today);
            insert.setObject(2, settlementId);
            return insert.executeUpdate();
        }
    }

    void withdraw(Connection connection, UUID settlementId, Withdrawal withdrawal) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into settlement_withdrawal"
                + " (withdrawn_by, withdrawn_at, reason, settlement_id) values (?, ?, ?, ?)")) {
            withdrawal.bind(insert, 1);
            insert.setObject(4, settlementId);
            insert.executeUpdate();
        }
    }

    /** Payments of the fees that are being allocated at this moment are seen by what follows; later ones see what is settled. */
    private static void waitForPayments(Connection connection, UUID settlementId) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("""
                select pg_advisory_xact_lock(hashtextextended('report ' || cmas_number || ' ' || quarter, 0))
                from (select cmas_number, quarter from settlement_item where settlement_id = ? and kind = 'FEE'
                    order by cmas_number, quarter) fees
                """)) {
            lock.setObject(1, settlementId);
            lock.execute();
        }
    }

    Optional<Settlement> find(Connection connection, UUID settlementId, LocalDate today) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT.formatted("s.settlement_id = ?"))) {
            select.setObject(1, settlementId);
            select.setInt(2, 1);
            return read(select, today).stream().findFirst();
        }
    }

    /** By the time of the proposal. */
    List<Settlement> list(Connection connection, @Nullable UUID after, int count, LocalDate today) throws SQLException {
        String where = "(?::uuid is null or s.settlement_id > ?)";
        try (PreparedStatement select = connection.prepareStatement(SELECT.formatted(where))) {
            select.setObject(1, after);
            select.setObject(2, after);
            select.setInt(3, count);
            return read(select, today);
        }
    }

    private static List<Settlement> read(PreparedStatement select, LocalDate today) throws SQLException {
        List<Settlement> settlements = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                OffsetDateTime approvedAt = row.getObject(8, OffsetDateTime.class);
                LocalDate oldest = row.getObject(12, LocalDate.class);
                Withdrawal withdrawal = Withdrawal.of(row, 13);
                settlements.add(new Settlement(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        CalendarQuarter.parse(row.getString(3)),
                        row.getString(4),
                        row.getInt(9),
                        row.getInt(10),
                        Usd.of(row.getBigDecimal(11)),
                        oldest,
                        ChronoUnit.DAYS.between(oldest, today),
                        ProposalState.of(approvedAt, withdrawal),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getString(7),
                        approvedAt == null ? null : approvedAt.toInstant(),
                        withdrawal));
            }
        }
        return settlements;
    }

    List<Settlement.Item> items(
            Connection connection, UUID settlementId, @Nullable After after, int count, LocalDate today)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ITEMS)) {
            String quarter = after == null ? null : after.quarter();
            select.setObject(1, settlementId);
            select.setString(2, quarter);
            select.setString(3, quarter);
            select.setString(4, after == null ? null : after.cmasNumber());
            select.setString(5, after == null ? null : after.kind());
            select.setInt(6, count);
            List<Settlement.Item> items = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    LocalDate dueOn = row.getObject(5, LocalDate.class);
                    items.add(new Settlement.Item(
                            Settlement.Kind.valueOf(row.getString(1)),
                            row.getString(2),
                            CalendarQuarter.parse(row.getString(3)),
                            row.getObject(4, UUID.class),
                            dueOn,
                            ChronoUnit.DAYS.between(dueOn, today),
                            Usd.of(row.getBigDecimal(6))));
                }
            }
            return items;
        }
    }
}
