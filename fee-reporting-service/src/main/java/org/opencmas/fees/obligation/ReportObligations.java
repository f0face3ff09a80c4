package org.opencmas.fees.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Agreement;
import org.opencmas.sql.Columns;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * Which reports are expected: one per agreement and calendar quarter touched by its term, also when nothing was sold, one for any
 * later quarter in which an amount is posted (RPT-SUBMITTED, RPT-PER-CMAS, practice 1.1), and one for any quarter with an order whose
 * fee cannot be worked out yet, also under an agreement that nobody knows: what is owed must not be out of sight.
 */
@ApplicationScoped
public class ReportObligations {
    private static final Columns<Expected> REPORTS = Columns.<Expected>of(
                    "cmas_number", "text", expected -> expected.report().agreement())
            .and("quarter", "text", expected -> expected.report().quarter())
            .and("reason", "text", Expected::reason)
            .and("contractor_id", "uuid", Expected::contractorId)
            .and("due_on", "date", Expected::dueOn);
    private static final String EXPECT = REPORTS.insertInto("report_obligation as known") + """
             on conflict (cmas_number, quarter) do update set reason = excluded.reason,
                contractor_id = case known.reason when 'UNCOMPUTABLE' then excluded.contractor_id else known.contractor_id end
            where (known.reason = 'TERM' and excluded.reason = 'ACTIVITY')
                or (known.reason = 'UNCOMPUTABLE' and (excluded.reason, excluded.contractor_id)
                    is distinct from (known.reason, known.contractor_id))
            """;

    private static final Columns<AgreementQuarter> QUARTERS = Columns.of(
                    "cmas_number", "text", AgreementQuarter::agreement)
            .and("quarter", "text", AgreementQuarter::quarter);
    private static final String EXPECTED = """
            select r.cmas_number, r.quarter, r.filed_at is not null, r.reason = 'ACTIVITY'
            from %s join report_obligation r on r.cmas_number = given.cmas_number and r.quarter >= given.quarter
            where r.quarter = given.quarter or r.filed_at is not null
            """.formatted(QUARTERS.given());

    private static final Columns<CmasNumber> AGREEMENTS = Columns.of("cmas_number", "text", CmasNumber::canonical);
    private static final String UNCOMPUTABLE = """
            select f.cmas_number, q.quarter, case when count(distinct contractor_id) = 1 and count(contractor_id) = count(*)
                then min(contractor_id::text)::uuid end
            from pending_fee f cross join unnest(f.quarters) q (quarter)
            where f.cmas_number in (select cmas_number from %s) group by f.cmas_number, q.quarter order by 1, 2
            """.formatted(AGREEMENTS.given());
    private static final String COMPUTABLE = """
            delete from report_obligation o where reason = 'UNCOMPUTABLE' and cmas_number in (select cmas_number from %s)
                and not exists (select from pending_fee f where f.cmas_number = o.cmas_number and o.quarter = any (f.quarters))
            """.formatted(AGREEMENTS.given());

    /** Whether no order is known of the obligation {@code o}: none is posted to its quarter, and none waits for its fee to be worked out. */
    public static final String WITHOUT_ORDER = """
            (o.reason = 'TERM' and not exists (select from pending_fee w
                where w.cmas_number = o.cmas_number and o.quarter = any (w.quarters)))""";

    /** Whether the obligation {@code o} is settled; not once an order is known of it. */
    public static final String SETTLED = "(" + WITHOUT_ORDER + """
             and exists (select from settled d
                where (d.cmas_number, d.quarter, d.kind) = (o.cmas_number, o.quarter, 'REPORT')))""";

    private static final String UNFILED = "select min(o.quarter) from report_obligation o"
            + " where o.cmas_number = ? and o.filed_at is null and not " + SETTLED;

    private static final Columns<DueOn> DATES =
            Columns.of("quarter", "text", DueOn::quarter).and("due_on", "date", DueOn::dueOn);
    private static final String APPLY = """
            update report_obligation o set due_on = given.due_on from %s
            where o.quarter = given.quarter and o.filed_at is null and o.due_on <> given.due_on
            """.formatted(DATES.given());

    private final ReportDueRules dueRules;

    private record DueOn(CalendarQuarter quarter, LocalDate dueOn) {}

    private record Expected(
            AgreementQuarter report,
            String reason,
            @Nullable UUID contractorId,
            LocalDate dueOn) {}

    ReportObligations(ReportDueRules dueRules) {
        this.dueRules = dueRules;
    }

    /**
     * Expects a report for every quarter of the agreement's term up to the last day on which it can be ordered from. Quarters of an
     * earlier term stay expected. Those after that day are withdrawn, unless filed or with amounts posted, as long as they were not
     * over when it was told: a report that was due by then stays due, whatever is said afterwards.
     *
     * @param toldOn the civil day in Los Angeles on which it was told, not on which it is read: so reading it again says the same
     */
    public void expectForTerm(Connection connection, Agreement agreement, LocalDate toldOn) throws SQLException {
        withdrawLater(connection, agreement, toldOn);
        moveToHolder(connection, agreement);
        Map<AgreementQuarter, UUID> reports = new LinkedHashMap<>();
        new Term(agreement.termStart(), agreement.lastDay())
                .quarters()
                .forEach(quarter ->
                        reports.put(new AgreementQuarter(agreement.number(), quarter), agreement.contractorId()));
        expect(connection, reports, "TERM");
        expectUncomputable(connection, Set.of(agreement.number()));
    }

    private static void withdrawLater(Connection connection, Agreement agreement, LocalDate toldOn)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                delete from report_obligation
                where cmas_number = ? and quarter >= ? and quarter > ? and reason = 'TERM' and filed_at is null
                """)) {
            delete.setString(1, agreement.number().canonical());
            delete.setString(2, CalendarQuarter.of(toldOn).toString());
            delete.setString(3, CalendarQuarter.of(agreement.lastDay()).toString());
            delete.executeUpdate();
        }
    }

    private static void moveToHolder(Connection connection, Agreement agreement) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update report_obligation set contractor_id = ?
                where cmas_number = ? and contractor_id is distinct from ? and filed_at is null
                """)) {
            update.setObject(1, agreement.contractorId());
            update.setString(2, agreement.number().canonical());
            update.setObject(3, agreement.contractorId());
            update.executeUpdate();
        }
    }

    /**
     * Expects reports because amounts are posted to their quarters; they stay expected whatever becomes of the terms.
     *
     * @param contractors by report, who owes it
     */
    public void expectForActivity(Connection connection, Map<AgreementQuarter, UUID> contractors) throws SQLException {
        expect(connection, contractors, "ACTIVITY");
    }

    /**
     * Expects the reports of orders whose fee cannot be worked out yet, and no longer those that were expected for nothing else.
     *
     * @param agreements those for which it may have changed what cannot be worked out
     */
    public void expectUncomputable(Connection connection, Set<CmasNumber> agreements) throws SQLException {
        if (agreements.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement(COMPUTABLE)) {
            AGREEMENTS.bind(delete, 1, agreements);
            delete.executeUpdate();
        }
        Map<AgreementQuarter, @Nullable UUID> reports = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(UNCOMPUTABLE)) {
            AGREEMENTS.bind(select, 1, agreements);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reports.put(
                            new AgreementQuarter(
                                    CmasNumber.parse(row.getString(1)), CalendarQuarter.parse(row.getString(2))),
                            row.getObject(3, UUID.class));
                }
            }
        }
        expect(connection, reports, "UNCOMPUTABLE");
    }

    private void expect(
            Connection connection, Map<AgreementQuarter, ? extends @Nullable UUID> contractors, String reason)
            throws SQLException {
        if (contractors.isEmpty()) {
            return;
        }
        List<ReportDueRule> rules = dueRules.activated(connection);
        List<Expected> reports = new ArrayList<>();
        contractors.forEach((report, contractorId) -> reports.add(new Expected(
                report,
                reason,
                contractorId,
                ReportDueRules.inForce(rules, report.quarter()).dueOn(report.quarter()))));
        try (PreparedStatement insert = connection.prepareStatement(EXPECT)) {
            REPORTS.bind(insert, 1, reports);
            insert.executeUpdate();
        }
    }

    /** The first quarter whose report is still to be filed; empty where all are filed or settled. */
    public Optional<CalendarQuarter> firstUnfiled(Connection connection, CmasNumber agreement) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNFILED)) {
            select.setString(1, agreement.canonical());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getString(1)).map(CalendarQuarter::parse);
            }
        }
    }

    /**
     * Gives every report that is not filed the due date that the rules say now. What was filed keeps its own.
     *
     * @return how many due dates changed
     */
    public int applyDueRules(Connection connection) throws SQLException {
        List<ReportDueRule> rules = dueRules.activated(connection);
        List<DueOn> dates = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select distinct quarter from report_obligation where filed_at is null");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                CalendarQuarter quarter = CalendarQuarter.parse(row.getString(1));
                dates.add(new DueOn(
                        quarter, ReportDueRules.inForce(rules, quarter).dueOn(quarter)));
            }
        }
        try (PreparedStatement update = connection.prepareStatement(APPLY)) {
            DATES.bind(update, 1, dates);
            return update.executeUpdate();
        }
    }

    /** What is expected and filed of the agreements, as far as postings that belong to these quarters depend on it. */
    public ExpectedReports expected(Connection connection, Set<AgreementQuarter> belongsTo) throws SQLException {
        Set<AgreementQuarter> filed = new HashSet<>();
        Set<AgreementQuarter> forActivity = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(EXPECTED)) {
            QUARTERS.bind(select, 1, belongsTo);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    var report = new AgreementQuarter(
                            CmasNumber.parse(row.getString(1)), CalendarQuarter.parse(row.getString(2)));
                    if (row.getBoolean(3)) {
                        filed.add(report);
                    }
                    if (row.getBoolean(4)) {
                        forActivity.add(report);
                    }
                }
            }
        }
        return new ExpectedReports(filed, forActivity);
    }

    /** What is expected of the agreement for the quarter; empty when no report is. */
    public Optional<ReportObligation> find(Connection connection, CmasNumber agreement, CalendarQuarter quarter)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select contractor_id, due_on, filed_at is not null, %s from report_obligation o where cmas_number = ? and quarter = ?
                """.formatted(SETTLED))) {
            select.setString(1, agreement.canonical());
            select.setString(2, quarter.toString());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new ReportObligation(
                                agreement,
                                quarter,
                                Optional.ofNullable(row.getObject(1, UUID.class)),
                                row.getObject(2, LocalDate.class),
                                row.getBoolean(3),
                                row.getBoolean(4)))
                        : Optional.empty();
            }
        }
    }

    /** The contractor's reports of quarters that are over and not filed, earliest first. */
    public List<AgreementQuarter> unfiled(Connection connection, UUID contractorId, LocalDate today)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select cmas_number, quarter from report_obligation
                where contractor_id = ? and quarter < ? and filed_at is null order by quarter, cmas_number
                """)) {
            select.setObject(1, contractorId);
            select.setString(2, CalendarQuarter.of(today).toString());
            List<AgreementQuarter> reports = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reports.add(new AgreementQuarter(
                            CmasNumber.parse(row.getString(1)), CalendarQuarter.parse(row.getString(2))));
                }
            }
            return reports;
        }
    }

    /** Closes the quarter for the agreement. From then on nothing can be posted to it. */
    public void markFiled(
            Connection connection, CmasNumber agreement, CalendarQuarter quarter, Instant filedAt, Usd feeDue)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update report_obligation set filed_at = ?, fee_due_filed = ?
                where cmas_number = ? and quarter = ? and filed_at is null
                """)) {
            update.setObject(1, filedAt.atOffset(ZoneOffset.UTC));
            update.setBigDecimal(2, feeDue.amount());
            update.setString(3, agreement.canonical());
            update.setString(4, quarter.toString());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException(agreement + " " + quarter + " is not expected or filed already");
            }
        }
    }
}
