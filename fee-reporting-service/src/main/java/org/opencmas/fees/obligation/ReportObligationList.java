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
        String current = CalendarQuarter.of(today).toString();
        try (PreparedStatement select = connection.prepareStatement("""
                select o.cmas_number, o.quarter, o.contractor_id, coalesce(k.legal_name, ''), o.due_on, o.filed_at is not null,
                    (select count(*) from pending_fee f
                        where f.cmas_number = o.cmas_number and f.quarters[1] <= o.quarter and o.filed_at is null)
                from report_obligation o left join contractor k using (contractor_id)
                where (?::uuid is null or o.contractor_id = ?)
                    and (?::text is null or o.cmas_number = ?)
                    and (?::text is null or o.quarter = ?)
                    and (cardinality(?::text[]) = 0 or case when o.filed_at is not null then 'FILED'
                        when o.quarter >= ? then 'OPEN' when o.due_on >= ? then 'DUE' else 'OVERDUE' end = any (?))
                    and (?::text is null or (o.quarter, o.cmas_number) > (?, ?))
                order by o.quarter, o.cmas_number limit ?
                """)) {
            String agreement = filter.agreement == null ? null : filter.agreement.canonical();
            String quarter = filter.quarter == null ? null : filter.quarter.toString();
            Object[] states = filter.states.stream().map(ObligationState::name).toArray();
            Object[] values = {
                filter.contractorId,
                filter.contractorId,
                agreement,
                agreement,
                quarter,
                quarter,
                connection.createArrayOf("text", states),
                current,
                today,
                connection.createArrayOf("text", states),
                after == null ? null : after.quarter,
                after == null ? null : after.quarter,
                after == null ? null : after.cmasNumber,
                count
            };
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            return listed(select);
        }
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
                        row.getBoolean(6));
                listed.add(new Listed(obligation, row.getString(4), row.getInt(7)));
            }
        }
        return listed;
    }
}
