package org.opencmas.fees.dashboard.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.obligation.ReportObligations;
import org.opencmas.terms.CalendarQuarter;

/** Reads the totals of reports; only what is overdue today is counted, among the reports that are not filed. */
@ApplicationScoped
class ReportTotals {
    enum View {
        QUARTER("quarter"),
        FISCAL_YEAR("""
                case when right(quarter, 1) in ('3', '4') then left(quarter, 4) || '-' || lpad(((left(quarter, 4)::int + 1) % 100)::text, 2, '0')
                else (left(quarter, 4)::int - 1)::text || '-' || right(left(quarter, 4), 2) end"""),
        CONTRACTOR("member");

        private final String member;

        View(String member) {
            this.member = member;
        }

        private String kept() {
            return this == CONTRACTOR ? name() : QUARTER.name();
        }
    }

    /** @param name of a contractor as it is known now, else empty */
    record Member(String member, String name, ReportFigures figures) {}

    record Read(List<Member> members, ReportFigures total, Map<String, Long> asOf) {}

    private static final String SELECT = """
            with counted as (
                select quarter, member, expected, filed, filed_late, fee_due_filed, 0::bigint as overdue
                from report_total where view = ? and quarter between ? and ?
                union all
                select quarter, case when ? = 'CONTRACTOR' then contractor_id::text else '' end, 0, 0, 0, 0, 1
                from report_obligation o where filed_at is null and quarter between ? and ? and due_on < ?
                    and (? <> 'CONTRACTOR' or contractor_id is not null) and not\s""" + ReportObligations.SETTLED + """
            ),
            members as (
                select %s as member, sum(expected) as expected, sum(filed) as filed, sum(filed_late) as filed_late,
                    sum(fee_due_filed) as fee, sum(overdue) as overdue
                from counted group by 1)
            select 'TOTAL' as part, '' as member, sum(expected), sum(filed), sum(filed_late), sum(fee), sum(overdue), '' as name from members
            union all
            select 'FOLLOWED', source, position, null, null, null, null, '' from followed_source
            union all
            (select 'MEMBER', member, expected, filed, filed_late, fee, overdue, coalesce(k.legal_name, '')
            from members left join contractor k on ? = 'CONTRACTOR' and k.contractor_id::text = member
            where (expected <> 0 or overdue <> 0) and (?::text is null or member > ?) order by member limit ?)
            """;

    /**
     * Reads a page.
     *
     * @param after the last member of the page before; null for the first
     */
    Read read(
            Connection connection,
            View view,
            CalendarQuarter from,
            CalendarQuarter through,
            LocalDate today,
            @Nullable String after,
            int count)
            throws SQLException {
        List<Member> members = new ArrayList<>();
        Map<String, Long> asOf = new TreeMap<>();
        ReportFigures total = null;
        try (PreparedStatement select = connection.prepareStatement(SELECT.formatted(view.member))) {
            Object[] values = {
                view.kept(),
                from.toString(),
                through.toString(),
                view.kept(),
                from.toString(),
                through.toString(),
                today,
                view.kept(),
                view.kept(),
                after,
                after,
                count
            };
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    switch (row.getString(1)) {
                        case "TOTAL" -> total = ReportFigures.of(row, 3);
                        case "FOLLOWED" -> asOf.put(row.getString(2), row.getLong(3));
                        default ->
                            members.add(new Member(row.getString(2), row.getString(8), ReportFigures.of(row, 3)));
                    }
                }
            }
        }
        if (total == null) {
            throw new IllegalStateException("a sum is always one row");
        }
        return new Read(members, total, asOf);
    }
}
