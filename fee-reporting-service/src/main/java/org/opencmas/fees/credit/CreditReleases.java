package org.opencmas.fees.credit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.credit.CreditRelease.Said;
import org.opencmas.fees.credit.CreditRelease.Way;
import org.opencmas.fees.proposal.ProposalState;
import org.opencmas.fees.proposal.Withdrawal;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.sql.Columns;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** The tables of releases. The database has the last word on what is left of a credit and on the second person. */
@ApplicationScoped
class CreditReleases {
    private static final String SELECT = """
            select r.release_id, r.cmas_number, r.contractor_id, r.to_cmas_number, r.amount, r.reason, r.proposed_by, r.proposed_at,
                a.approved_by, a.approved_at, w.withdrawn_by, w.withdrawn_at, w.reason
            from credit_release r left join credit_release_approval a using (release_id)
                left join credit_release_withdrawal w using (release_id)
            where r.cmas_number = ? and %s order by r.release_id limit ?
            """;
    private static final String WITHDRAW = """
            insert into credit_release_withdrawal (withdrawn_by, withdrawn_at, reason, release_id, contractor_id)
            values (?, ?, ?, ?, ?)
            """;

    private record Entry(
            UUID releaseId,
            int line,
            UUID contractorId,
            @Nullable CmasNumber agreement,
            Usd amount,
            Instant at) {}

    private static final Columns<Entry> ENTRIES = Columns.<Entry>of("release_id", "uuid", Entry::releaseId)
            .and("line", "int", Entry::line)
            .and("contractor_id", "uuid", Entry::contractorId)
            .and("cmas_number", "text", Entry::agreement)
            .and("account", "text", entry -> entry.agreement() == null ? "cash" : "credit:" + entry.agreement())
            .and("amount", "numeric", entry -> entry.amount().amount())
            .and("posted_at", "timestamptz", Entry::at);

    Optional<CreditRelease> find(Connection connection, CmasNumber agreement, UUID releaseId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT.formatted("r.release_id = ?"))) {
            select.setString(1, agreement.canonical());
            select.setObject(2, releaseId);
            select.setInt(3, 1);
            return read(select).stream().findFirst();
        }
    }

    /** By the time of the proposal. */
    List<CreditRelease> list(Connection connection, CmasNumber agreement, @Nullable UUID after, int count)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT.formatted("(?::uuid is null or r.release_id > ?)"))) {
            select.setString(1, agreement.canonical());
            select.setObject(2, after);
            select.setObject(3, after);
            select.setInt(4, count);
            return read(select);
        }
    }

    private static List<CreditRelease> read(PreparedStatement select) throws SQLException {
        List<CreditRelease> read = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String to = row.getString(4);
                Said approval = row.getString(9) == null ? null : new Said(row.getString(9), instant(row, 10));
                Withdrawal withdrawal = Withdrawal.of(row, 11);
                read.add(new CreditRelease(
                        row.getObject(1, UUID.class),
                        CmasNumber.parse(row.getString(2)),
                        row.getObject(3, UUID.class),
                        to == null ? Way.REFUND : Way.TRANSFER,
                        to == null ? null : CmasNumber.parse(to),
                        Usd.of(row.getBigDecimal(5)),
                        row.getString(6),
                        ProposalState.of(approval, withdrawal),
                        new Said(row.getString(7), instant(row, 8)),
                        approval,
                        withdrawal));
            }
        }
        return read;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    void propose(Connection connection, CreditRelease release) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into credit_release (release_id, cmas_number, contractor_id, amount, to_cmas_number, reason, proposed_by, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            CmasNumber to = release.toCmasNumber();
            insert.setObject(1, release.releaseId());
            insert.setString(2, release.cmasNumber().canonical());
            insert.setObject(3, release.contractorId());
            insert.setBigDecimal(4, release.amount().amount());
            insert.setString(5, to == null ? null : to.canonical());
            insert.setString(6, release.reason());
            insert.setString(7, release.proposal().by());
            insert.setObject(8, release.proposal().at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    void withdraw(Connection connection, CreditRelease release, Withdrawal withdrawal) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(WITHDRAW)) {
            withdrawal.bind(insert, 1);
            insert.setObject(4, release.releaseId());
            insert.setObject(5, release.contractorId());
            insert.executeUpdate();
        }
    }

    /** Approves it and enters it: the agreement's credit is debited, the other agreement's or cash credited. */
    void approve(Connection connection, CreditRelease release, Said approval) throws SQLException {
        try {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into credit_release_approval values (?, ?, ?, ?)")) {
                insert.setObject(1, release.releaseId());
                insert.setObject(2, release.contractorId());
                insert.setString(3, approval.by());
                insert.setObject(4, approval.at().atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(ENTRIES.insertInto("credit_entry"))) {
                ENTRIES.bind(
                        insert,
                        1,
                        List.of(
                                entry(release, 1, release.cmasNumber(), release.amount(), approval),
                                entry(
                                        release,
                                        2,
                                        release.toCmasNumber(),
                                        release.amount().negated(),
                                        approval)));
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            if ("CM004".equals(e.getSQLState())) {
                throw new Conflict(
                        "second-person-needed", "A credit is released by another person than the one who proposed it.");
            }
            if ("CM005".equals(e.getSQLState())) {
                throw new RefusedByRule(
                        "credit-overdrawn", "The agreement has less credit left than that. Read it again.");
            }
            throw e;
        }
    }

    private static Entry entry(
            CreditRelease release, int line, @Nullable CmasNumber agreement, Usd amount, Said approval) {
        return new Entry(release.releaseId(), line, release.contractorId(), agreement, amount, approval.at());
    }
}
