package org.opencmas.fees.ledger.balance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * Sums postings by both of their times: the day on which what they are about took effect, and the moment at which they were made; and so
 * what reports declare, which takes effect on the order date. Both together are what is owed.
 */
@ApplicationScoped
class LedgerBalances {
    /** What stands on an account; a debit is positive. */
    @Schema(name = "LedgerBalance")
    record Balance(String book, String account, Usd amount) {}

    /**
     * What the report of a quarter came to.
     *
     * @param sales of orders, dollars before tax and freight; so are feeWaived and feeExact
     * @param feeOwed the exact fee of orders and of declared orders
     * @param feeRounded that in whole cents, half up, before any credit
     */
    @Schema(name = "LedgerQuarter")
    record Quarter(
            CalendarQuarter quarter,
            long postings,
            Usd sales,
            Usd feeWaived,
            Usd feeExact,
            Declared declared,
            Usd feeOwed,
            Usd feeRounded) {
        private static Quarter of(CalendarQuarter quarter, Accrued accrued, Declared declared) {
            Usd owed = accrued.fee().plus(declared.fee());
            return new Quarter(
                    quarter,
                    accrued.postings(),
                    accrued.sales(),
                    accrued.feeWaived(),
                    accrued.fee(),
                    declared,
                    owed,
                    owed.roundedHalfUp());
        }
    }

    /** Of declared orders: signed differences, exact. */
    @Schema(name = "DeclaredInQuarter")
    record Declared(long postings, Usd sales, Usd feeWaived, Usd fee) {
        private static final Declared NONE = new Declared(0, Usd.ZERO, Usd.ZERO, Usd.ZERO);

        private Declared plus(Declared other) {
            return new Declared(
                    postings + other.postings,
                    sales.plus(other.sales),
                    feeWaived.plus(other.feeWaived),
                    fee.plus(other.fee));
        }
    }

    private record Accrued(long postings, Usd sales, Usd feeWaived, Usd fee) {
        private static final Accrued NONE = new Accrued(0, Usd.ZERO, Usd.ZERO, Usd.ZERO);
    }

    /** All that is known by both times. */
    record Read(List<Balance> balances, List<Quarter> quarters) {}

    /**
     * Which postings count.
     *
     * @param asOf the last day on which what they are about took effect, inclusive
     * @param knownAt the last moment at which they were made, inclusive
     * @param onlyContractor the one whose postings may be seen
     */
    record Asked(CmasNumber agreement, LocalDate asOf, Instant knownAt, Optional<UUID> onlyContractor) {}

    private static final String POSTINGS = """
            from posting p join order_change c using (order_id, document_version, cause)
            %s
            where p.cmas_number = ? and c.effective_on <= ? and p.posted_at <= ? and (?::uuid is null or p.contractor_id = ?)
            """;
    private static final String BALANCES = "select e.book, e.account, sum(e.amount) "
            + POSTINGS.formatted("join ledger_entry e on (e.cmas_number, e.posting_id) = (p.cmas_number, p.posting_id)")
            + " group by e.book, e.account having sum(e.amount) <> 0";
    private static final String QUARTERS = "select p.quarter, count(*), sum(p.base), sum(p.fee_waived), sum(p.fee_due) "
            + POSTINGS.formatted("") + " group by p.quarter";
    /** Whole days of posting from the totals, those of the moment's own day singly. */
    private static final String DECLARED = """
            select quarter, sum(postings), sum(sales), sum(fee_waived), sum(fee_due)
            from (select quarter, postings, sales, fee_waived, fee_due from declared_day
                where cmas_number = ? and posted_on < ? and order_date <= ? and (?::uuid is null or contractor_id = ?)
                union all
                select quarter, 1, base, fee_waived, fee_due from declared_posting
                where cmas_number = ? and posted_at >= ? and posted_at <= ? and order_date <= ?
                    and (?::uuid is null or contractor_id = ?)) known
            group by quarter
            """;

    private static final String SEEN = """
            select exists (select from posting where cmas_number = ?) or exists (select from declared_posting where cmas_number = ?)
            """;
    private static final String DECLARED_BOOK = "DECLARED";

    /** Whether the tenant sees any posting of the agreement. */
    boolean isSeen(Connection connection, CmasNumber agreement) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SEEN)) {
            select.setString(1, agreement.canonical());
            select.setString(2, agreement.canonical());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    Read read(Connection connection, Asked asked) throws SQLException {
        Map<CalendarQuarter, Accrued> accrued = accrued(connection, asked);
        Map<CalendarQuarter, Declared> declared = declared(connection, asked);
        List<Balance> balances = balances(connection, asked);
        balances.addAll(balances(asked.agreement(), declared.values().stream().reduce(Declared.NONE, Declared::plus)));
        balances.sort(Comparator.comparing(Balance::book).thenComparing(Balance::account));
        Set<CalendarQuarter> quarters = new TreeSet<>(accrued.keySet());
        quarters.addAll(declared.keySet());
        return new Read(
                balances,
                quarters.stream()
                        .map(quarter -> Quarter.of(
                                quarter,
                                accrued.getOrDefault(quarter, Accrued.NONE),
                                declared.getOrDefault(quarter, Declared.NONE)))
                        .toList());
    }

    /** The accounts of the book of declared orders, which balances by itself; those that do not stand at zero. */
    private static List<Balance> balances(CmasNumber agreement, Declared declared) {
        return Stream.of(
                        balance("sales-declared:" + agreement, declared.sales()),
                        balance("orders-declared", declared.sales().negated()),
                        balance("fee-receivable:" + agreement, declared.fee()),
                        balance("fee-waived:" + agreement, declared.feeWaived()),
                        balance(
                                "fee-declared",
                                declared.fee().plus(declared.feeWaived()).negated()))
                .filter(balance -> !balance.amount().isZero())
                .toList();
    }

    private static Balance balance(String account, Usd amount) {
        return new Balance(DECLARED_BOOK, account, amount);
    }

    private static List<Balance> balances(Connection connection, Asked asked) throws SQLException {
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

    private static Map<CalendarQuarter, Accrued> accrued(Connection connection, Asked asked) throws SQLException {
        Map<CalendarQuarter, Accrued> accrued = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(QUARTERS)) {
            bind(select, asked);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    accrued.put(
                            CalendarQuarter.parse(row.getString(1)),
                            new Accrued(
                                    row.getLong(2),
                                    Usd.of(row.getBigDecimal(3)),
                                    Usd.of(row.getBigDecimal(4)),
                                    Usd.of(row.getBigDecimal(5))));
                }
            }
        }
        return accrued;
    }

    private static Map<CalendarQuarter, Declared> declared(Connection connection, Asked asked) throws SQLException {
        Map<CalendarQuarter, Declared> declared = new HashMap<>();
        LocalDate lastDay = asked.knownAt().atOffset(ZoneOffset.UTC).toLocalDate();
        UUID contractor = asked.onlyContractor().orElse(null);
        try (PreparedStatement select = connection.prepareStatement(DECLARED)) {
            select.setString(1, asked.agreement().canonical());
            select.setObject(2, lastDay);
            select.setObject(3, asked.asOf());
            select.setObject(4, contractor);
            select.setObject(5, contractor);
            select.setString(6, asked.agreement().canonical());
            select.setObject(7, lastDay.atStartOfDay().atOffset(ZoneOffset.UTC));
            select.setObject(8, asked.knownAt().atOffset(ZoneOffset.UTC));
            select.setObject(9, asked.asOf());
            select.setObject(10, contractor);
            select.setObject(11, contractor);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    declared.put(
                            CalendarQuarter.parse(row.getString(1)),
                            new Declared(
                                    row.getLong(2),
                                    Usd.of(row.getBigDecimal(3)),
                                    Usd.of(row.getBigDecimal(4)),
                                    Usd.of(row.getBigDecimal(5))));
                }
            }
        }
        return declared;
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
