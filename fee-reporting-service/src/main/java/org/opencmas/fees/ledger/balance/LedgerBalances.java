package org.opencmas.fees.ledger.balance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.fees.ledger.posting.LedgerLock;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** Sums postings by both of their times: the day on which what they are about took effect, and the moment at which they were made. */
@ApplicationScoped
class LedgerBalances {
    /** What stands on an account; a debit is positive. */
    @Schema(name = "LedgerBalance")
    record Balance(String book, String account, Usd amount) {}

    /**
     * What the report of a quarter came to.
     *
     * @param feeRounded the exact fee in whole cents, half up, before any credit
     */
    @Schema(name = "LedgerQuarter")
    record Quarter(CalendarQuarter quarter, long postings, Usd sales, Usd feeWaived, Usd feeExact, Usd feeRounded) {}

    /**
     * Which postings count.
     *
     * @param asOf the last day on which what they are about took effect, inclusive
     * @param knownAt the last moment at which they were made, inclusive
     * @param onlyContractor the one whose postings may be seen
     */
    record Asked(CmasNumber agreement, LocalDate asOf, Instant knownAt, Optional<UUID> onlyContractor) {}

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int MOST_WAIT = 4;

    private static final String POSTINGS = """
            from posting p join order_change c using (order_id, document_version, cause)
            %s
            where p.cmas_number = ? and c.effective_on <= ? and p.posted_at <= ? and (?::uuid is null or p.contractor_id = ?)
            """;
    private static final String BALANCES = "select e.book, e.account, sum(e.amount) "
            + POSTINGS.formatted("join ledger_entry e on (e.cmas_number, e.posting_id) = (p.cmas_number, p.posting_id)")
            + " group by e.book, e.account having sum(e.amount) <> 0 order by e.book, e.account";
    private static final String QUARTERS = "select p.quarter, count(*), sum(p.base), sum(p.fee_waived), sum(p.fee_due) "
            + POSTINGS.formatted("") + " group by p.quarter order by p.quarter";

    private final Semaphore waiting = new Semaphore(MOST_WAIT);

    /**
     * What is being posted at this moment is waited for, for a moment and by a few at a time, so that no posting, however long it takes,
     * keeps all connections: nothing is made later that says it was known now.
     *
     * @return false when it still goes on
     */
    boolean isPosted(Connection connection) throws SQLException {
        if (LedgerLock.isFree(connection)) {
            return true;
        }
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return LedgerLock.await(connection, LONGEST_WAIT);
        } finally {
            waiting.release();
        }
    }

    /** Whether the tenant sees any posting of the agreement. */
    boolean isSeen(Connection connection, CmasNumber agreement) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select 1 from posting where cmas_number = ? limit 1")) {
            select.setString(1, agreement.canonical());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    List<Balance> balances(Connection connection, Asked asked) throws SQLException {
        List<Balance> balances = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(BALANCES)) {
            bind(select, asked);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    balances.add(new Balance(row.getString(1), row.getString(2), Usd.of(row.getBigDecimal(3))));
                }
            }
        }
        return balances;
    }

    List<Quarter> quarters(Connection connection, Asked asked) throws SQLException {
        List<Quarter> quarters = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(QUARTERS)) {
            bind(select, asked);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Usd exact = Usd.of(row.getBigDecimal(5));
                    quarters.add(new Quarter(
                            CalendarQuarter.parse(row.getString(1)),
                            row.getLong(2),
                            Usd.of(row.getBigDecimal(3)),
                            Usd.of(row.getBigDecimal(4)),
                            exact,
                            exact.roundedHalfUp()));
                }
            }
        }
        return quarters;
    }

    private static void bind(PreparedStatement select, Asked asked) throws SQLException {
        UUID contractor = asked.onlyContractor().orElse(null);
        select.setString(1, asked.agreement().canonical());
        select.setObject(2, asked.asOf());
        select.setObject(3, asked.knownAt().atOffset(ZoneOffset.UTC));
        select.setObject(4, contractor);
        select.setObject(5, contractor);
    }
}
