package org.opencmas.fees.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

/** Reads the expected reports page by page, by quarter and then by agreement. */
@ApplicationScoped
class ReportObligationList {
    /** What to read; null where it does not matter. */
    record Filter(
            @Nullable UUID contractorId,
            @Nullable CmasNumber agreement,
            @Nullable CalendarQuarter quarter,
            List<ObligationState> states) {}

    /** The last one of the page before. */
    record After(String quarter, String cmasNumber) {}

    /**
     * An expected report.
     *
     * @param contractorName the holder's name; empty while the contractor has not been heard of
     * @param uncomputableOrders how many orders stand in the way of filing it, since their fee cannot be worked out
     */
    record Listed(ReportObligation obligation, String contractorName, int uncomputableOrders) {}

    List<Listed> read(Connection connection, Filter filter, @Nullable After after, LocalDate today, int count)
            throws SQLException {
        var where = new StringBuilder("true");
        List<Object> values = new ArrayList<>();
        and(where, values, "o.contractor_id = ?", filter.contractorId);
        and(where, values, "o.cmas_number = ?", filter.agreement == null ? null : filter.agreement.canonical());
        and(where, values, "o.quarter = ?", filter.quarter == null ? null : filter.quarter.toString());
        if (!filter.states.isEmpty()) {
            where.append(" and (");
            String separator = "";
            for (ObligationState state : filter.states) {
                where.append(separator).append(inState(state, today, values));
                separator = " or ";
            }
            where.append(')');
            // What all states but one have in common, said once, so that the index over these few is used.
            where.append(filter.states.contains(ObligationState.FILED) ? "" : " and o.filed_at is null");
        }
        if (after != null) {
            where.append(" and (o.quarter, o.cmas_number) > (?, ?)");
            values.addAll(List.of(after.quarter, after.cmasNumber));
        }
        values.add(count);
        try (PreparedStatement select = connection.prepareStatement("""
                select o.cmas_number, o.quarter, o.contractor_id, coalesce(k.legal_name, ''), o.due_on, o.filed_at is not null,
                    (select count(*) from pending_fee f
                        where f.cmas_number = o.cmas_number and f.quarters[1] <= o.quarter and o.filed_at is null), %s
                from report_obligation o left join contractor k using (contractor_id)
                where %s
                order by o.quarter, o.cmas_number limit ?
                """.formatted(ReportObligations.SETTLED, where))) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            return listed(select);
        }
    }

    private static void and(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.add(value);
        }
    }

    /** The same as {@link ObligationState#on}, in SQL. */
    private static String inState(ObligationState state, LocalDate today, List<Object> values) {
        if (state == ObligationState.FILED) {
            return "o.filed_at is not null";
        }
        values.add(CalendarQuarter.of(today).toString());
        if (state == ObligationState.OPEN) {
            return "(o.filed_at is null and o.quarter >= ?)";
        }
        if (state == ObligationState.SETTLED) {
            return "(o.filed_at is null and o.quarter < ? and " + ReportObligations.SETTLED + ")";
        }
        values.add(today);
        return "(o.filed_at is null and o.quarter < ? and o.due_on " + (state == ObligationState.DUE ? ">=" : "<")
                + " ? and not " + ReportObligations.SETTLED + ")";
    }

    private static List<Listed> listed(PreparedStatement select) throws SQLException {
        List<Listed> listed = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                var obligation = new ReportObligation(
                        CmasNumber.parse(row.getString(1)),
                        CalendarQuarter.parse(row.getString(2)),
                        Optional.ofNullable(row.getObject(3, UUID.class)),
                        row.getObject(5, LocalDate.class),
                        row.getBoolean(6),
                        row.getBoolean(8));
                listed.add(new Listed(obligation, row.getString(4), row.getInt(7)));
            }
        }
        return listed;
    }
}
