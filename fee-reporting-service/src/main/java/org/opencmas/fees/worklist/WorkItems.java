package org.opencmas.fees.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.credit.AgreementCredits;
import org.opencmas.fees.obligation.ReportObligations;
import org.opencmas.fees.obligation.UnpaidFees;
import org.opencmas.fees.worklist.WorkItem.Kind;
import org.opencmas.terms.Usd;

/** Reads what there is to do, the oldest first. */
@ApplicationScoped
class WorkItems {
    private static final String SELECT =
            """
            with item (kind, cmas_number, quarter, contractor_id, order_id, since, amount) as (
                select 'OVERDUE_REPORT', cmas_number, quarter, contractor_id, null::uuid, due_on, null::numeric
                from report_obligation o where filed_at is null and due_on < ?
                    and not """ + ReportObligations.SETTLED + """

                union all
                select 'INCOMPLETE_REPORT', cmas_number, quarter, contractor_id, null,
                    (returned_at at time zone 'America/Los_Angeles')::date, null
                from report_return r where not exists (select from report_version v
                    where (v.cmas_number, v.quarter) = (r.cmas_number, r.quarter) and v.version > r.version)
                union all
                select 'MISMATCHED_REPORT', cmas_number, quarter, contractor_id, null,
                    (filed_at at time zone 'America/Los_Angeles')::date, accrued_fee - reported_fee
                from (select distinct on (c.cmas_number, c.quarter) c.*, coalesce(v.filed_at, s.filed_at) as filed_at
                    from report_comparison c join filed_statement s using (cmas_number, quarter)
                    left join report_version v using (cmas_number, quarter, version)
                    order by c.cmas_number, c.quarter, c.version desc) last
                where accrued_sales <> reported_sales or accrued_fee <> reported_fee
                union all
                select 'UNPAID_FEE', cmas_number, quarter, contractor_id, null, due_on, open
                from """ + UnpaidFees.OPEN + """
                 f where due_on < ?
                union all
                select 'UNCOMPUTABLE_ORDER', cmas_number, quarters[1], contractor_id, order_id,
                    (since at time zone 'America/Los_Angeles')::date, base
                from pending_fee
                union all
                select 'EXPIRING_AGREEMENT', cmas_number, to_char(term_end, 'YYYY"-Q"Q'), contractor_id, null, term_end - 90, null
                from agreement where term_end between ? and ?::date + 90 and (terminated_on is null or terminated_on > term_end)
                union all
                select distinct 'EXPIRING_CERTIFICATE', c.type || ' ' || c.number, to_char(c.valid_through, 'YYYY"-Q"Q'), c.contractor_id,
                    null::uuid, c.valid_through - 90, null::numeric
                from contractor_certificate c where c.valid_through between ? and ?::date + 90
                    and not exists (select from contractor_certificate later where later.contractor_id = c.contractor_id
                        and later.type = c.type and later.valid_through > c.valid_through)
                union all
                select 'CREDIT_ON_ENDED_AGREEMENT', cmas_number, to_char(last_day, 'YYYY"-Q"Q'), contractor_id, null,
                    greatest(last_day + 1, (since at time zone 'America/Los_Angeles')::date), credit
                from (select c.*, g.contractor_id, """ + AgreementCredits.LAST_DAY + """
                     as last_day from agreement_credit c join agreement g using (cmas_number) where c.credit > 0) held
                where last_day < ?
                union all
                select 'ORDER_TYPED_DIFFERENTLY', cmas_number, quarter, contractor_id, order_id,
                    (found_at at time zone 'America/Los_Angeles')::date, total
                from order_look_alike)
            select kind, cmas_number, quarter, contractor_id, coalesce(k.legal_name, ''), order_id, since, amount
            from item left join contractor k using (contractor_id)
            where kind = any (?) and (?::uuid is null or contractor_id = ?)
                and (?::date is null or (since, kind, cmas_number, quarter, coalesce(order_id::text, contractor_id::text, '-')) > (?, ?, ?, ?, ?))
            order by since, kind, cmas_number, quarter, coalesce(order_id::text, contractor_id::text, '-') limit ?
            """;

    /** How many times the statement asks for the day. */
    private static final int DAYS = 7;

    /** The last one of the page before. */
    record After(LocalDate since, String kind, String cmasNumber, String quarter, String tie) {}

    /**
     * Reads a page.
     *
     * @param contractorId null for all contractors'
     * @param today the civil date in Los Angeles
     */
    List<WorkItem> read(
            Connection connection,
            Set<Kind> kinds,
            @Nullable UUID contractorId,
            @Nullable After after,
            LocalDate today,
            int count)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            int at = 1;
            while (at <= DAYS) {
                select.setObject(at++, today);
            }
            select.setArray(
                    at++,
                    connection.createArrayOf(
                            "text", kinds.stream().map(Kind::name).toArray()));
            select.setObject(at++, contractorId);
            select.setObject(at++, contractorId);
            select.setObject(at++, after == null ? null : after.since());
            select.setObject(at++, after == null ? null : after.since());
            select.setString(at++, after == null ? null : after.kind());
            select.setString(at++, after == null ? null : after.cmasNumber());
            select.setString(at++, after == null ? null : after.quarter());
            select.setString(at++, after == null ? null : after.tie());
            select.setInt(at, count);
            List<WorkItem> items = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    items.add(item(row, today));
                }
            }
            return items;
        }
    }

    private static WorkItem item(ResultSet row, LocalDate today) throws SQLException {
        Kind kind = Kind.valueOf(row.getString(1));
        String cmasNumber = row.getString(2);
        String quarter = row.getString(3);
        LocalDate since = row.getObject(7, LocalDate.class);
        return new WorkItem(
                kind,
                cmasNumber,
                quarter,
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getObject(6, UUID.class),
                since,
                Math.max(0, ChronoUnit.DAYS.between(since, today)),
                row.getBigDecimal(8) == null ? null : Usd.of(row.getBigDecimal(8)),
                kind.link(cmasNumber, quarter, row.getObject(4, UUID.class)));
    }
}
