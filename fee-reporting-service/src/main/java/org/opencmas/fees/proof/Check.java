package org.opencmas.fees.proof;

import org.opencmas.fees.figure.AwaitingNewRate;

/** What must hold in the books at any moment; each names what breaks it. */
enum Check {
    ENTRIES_BALANCE("In each posting the entries of each book add up to zero.", """
            select cmas_number || ' posting ' || posting_id || ' ' || book || ' is off by ' || sum(amount)
            from ledger_entry group by cmas_number, posting_id, book having sum(amount) <> 0
            """),

    ENTRIES_EQUAL_POSTINGS("The entries of a posting say the same as the posting.", """
            select p.cmas_number || ' posting ' || p.posting_id
            from posting p left join (
                select cmas_number, posting_id,
                    sum(amount) filter (where account like 'sales:%') sales,
                    sum(amount) filter (where account like 'fee-receivable:%') due,
                    sum(amount) filter (where account like 'fee-waived:%') waived
                from ledger_entry group by cmas_number, posting_id) e using (cmas_number, posting_id)
            where (p.base, p.fee_due, p.fee_waived)
                <> (coalesce(e.sales, 0), coalesce(e.due, 0), coalesce(e.waived, 0))
            """),

    TOTALS_EQUAL_LEDGER("The totals that dashboards read are the sums of the postings.", """
            with scratch as (
                select v.view, p.quarter, v.member, sum(base) sales, sum(fee_due) fee_due,
                    coalesce(sum(base) filter (where treatment = 'WAIVED'), 0) sales_waived, sum(fee_waived) fee_waived,
                    sum(orders) orders
                from posting p cross join lateral (values
                    ('QUARTER', ''), ('AGENCY_TYPE', agency_type), ('CONTRACTOR', contractor_id::text)) v (view, member)
                group by v.view, p.quarter, v.member)
            select coalesce(t.view, s.view) || ' ' || coalesce(t.quarter, s.quarter) || ' ' || coalesce(t.member, s.member)
            from fee_total t full join scratch s on (s.view, s.quarter, s.member) = (t.view, t.quarter, t.member)
            where t.view is null or s.view is null or (t.sales, t.fee_due, t.sales_waived, t.fee_waived, t.orders)
                <> (s.sales, s.fee_due, s.sales_waived, s.fee_waived, s.orders)
            """),

    DECLARED_TOTALS_EQUAL_POSTINGS("The totals of declared orders are the sums of what was posted for them.", """
            with scratch as (
                select v.view, p.quarter, v.member, sum(base) sales, sum(fee_due) due, sum(fee_waived) waived
                from declared_posting p
                cross join lateral (values ('QUARTER', ''), ('CONTRACTOR', contractor_id::text)) v (view, member)
                group by 1, 2, 3),
            day as (
                select cmas_number, quarter, sum(postings) postings, sum(sales) sales, sum(fee_due) due, sum(fee_waived) waived
                from declared_day group by 1, 2),
            posted as (
                select cmas_number, quarter, count(*) postings, sum(base) sales, sum(fee_due) due, sum(fee_waived) waived
                from declared_posting group by 1, 2)
            select coalesce(t.view, s.view) || ' ' || coalesce(t.quarter, s.quarter) || ' ' || coalesce(t.member, s.member)
            from declared_total t full join scratch s on (s.view, s.quarter, s.member) = (t.view, t.quarter, t.member)
            where t.view is null or s.view is null or (t.sales, t.fee_due, t.fee_waived) <> (s.sales, s.due, s.waived)
            union all
            select cmas_number || ' ' || quarter from day d full join posted p using (cmas_number, quarter)
            where d.postings is null or p.postings is null
                or (d.postings, d.sales, d.due, d.waived) <> (p.postings, p.sales, p.due, p.waived)
            """),

    REPORT_TOTALS_EQUAL_OBLIGATIONS("The counts of reports are those of the obligations.", """
            with scratch as (
                select v.view, o.quarter, v.member, count(*) expected, count(filed_at) filed,
                    coalesce(sum(fee_due_filed), 0) fee_due_filed,
                    count(*) filter (where (filed_at at time zone 'America/Los_Angeles')::date > due_on) filed_late
                from report_obligation o
                cross join lateral (values ('QUARTER', ''), ('CONTRACTOR', contractor_id::text)) v (view, member)
                where v.member is not null
                group by v.view, o.quarter, v.member)
            select coalesce(t.view, s.view) || ' ' || coalesce(t.quarter, s.quarter) || ' ' || coalesce(t.member, s.member)
            from report_total t full join scratch s on (s.view, s.quarter, s.member) = (t.view, t.quarter, t.member)
            where (coalesce(t.expected, 0), coalesce(t.filed, 0), coalesce(t.fee_due_filed, 0), coalesce(t.filed_late, 0))
                <> (coalesce(s.expected, 0), coalesce(s.filed, 0), coalesce(s.fee_due_filed, 0), coalesce(s.filed_late, 0))
            """),

    SALE_TOTALS_EQUAL_ENTRIES("The totals of sales are the sums of their entries.", """
            with scratch as (
                select view, quarter, member, sum(sales) sales, sum(local_sales) local, sum(state_sales) state, sum(small_business) small,
                    sum(dvbe) dvbe, sum(small_business_or_dvbe) either, sum(nsp) nsp, sum(cal_card) card, sum(without_detail) untold,
                    sum(fee_due) due, sum(fee_waived) waived, sum(orders) orders, count(*) entries
                from sale_figures group by view, quarter, member)
            select coalesce(t.view, s.view) || ' ' || coalesce(t.quarter, s.quarter) || ' ' || coalesce(t.member, s.member)
            from sale_total t full join scratch s on (s.view, s.quarter, s.member) = (t.view, t.quarter, t.member)
            where t.view is null or s.view is null
                or (t.sales, t.local_sales, t.state_sales, t.small_business, t.dvbe, t.small_business_or_dvbe, t.nsp, t.cal_card,
                    t.without_detail, t.fee_due, t.fee_waived, t.orders, t.entries)
                <> (s.sales, s.local, s.state, s.small, s.dvbe, s.either, s.nsp, s.card, s.untold, s.due, s.waived, s.orders, s.entries)
            """),

    ADMINISTRATIVE_TOTALS_EQUAL_ENTRIES(
            "The totals of the administrative fee are the sums of State departments' sales.", """
            with scratch as (
                select e.quarter, e.agency_id, e.cmas_number, coalesce((select max(r.first_order_date) from administrative_fee_rate r
                        where r.activation is not null and r.first_order_date <= o.order_date), '-infinity') as rate_from,
                    sum(e.sales) sales, coalesce(sum(e.sales) filter (where e.small_business), 0) waived
                from sale_entry e cross join lateral (select c.order_date from order_change c where c.order_id = e.order_id
                    order by c.document_version limit 1) o
                where e.agency_type = 'STATE_DEPARTMENT' group by 1, 2, 3, 4)
            select quarter || ' ' || agency_id || ' ' || cmas_number
            from administrative_fee_total t full join scratch s using (quarter, agency_id, cmas_number, rate_from)
            where (coalesce(t.sales, 0), coalesce(t.waived, 0)) <> (coalesce(s.sales, 0), coalesce(s.waived, 0))
            """),

    SALES_EQUAL_LEDGER(
            "What is entered of an order's sales bears the fee that was posted for it; orders from before sales were kept are left"
                    + " out until they are entered.",
            """
            select coalesce(p.cmas_number, e.cmas_number) || ' order ' || coalesce(p.order_id, e.order_id)
            from (select cmas_number, order_id, sum(fee_due) due, sum(fee_waived) waived from posting group by 1, 2) p
            full join (select cmas_number, order_id, sum(fee_due) due, sum(fee_waived) waived from sale_entry group by 1, 2) e
                using (cmas_number, order_id)
            where (coalesce(p.due, 0), coalesce(p.waived, 0)) <> (coalesce(e.due, 0), coalesce(e.waived, 0))
                and (e.order_id is not null or (select ended from sale_backfill))
                and coalesce(p.order_id, e.order_id) not in (
                    select order_id from sale_waiting where position > (select after_waiting from sale_backfill))
                and not exists (select from pending_fee f where (f.cmas_number, f.order_id) = (e.cmas_number, e.order_id))
            """),

    OPEN_FEES_EQUAL_STATEMENTS("What is open of fees is what was filed less what is paid and settled.", """
            with scratch as (
                select o.due_on, sum(s.fee_due - coalesce(p.paid, 0) - coalesce(d.amount, 0)) as open
                from filed_statement s join report_obligation o using (cmas_number, quarter)
                left join (select cmas_number, quarter, sum(amount) as paid from remittance_allocation group by 1, 2) p
                    using (cmas_number, quarter)
                left join settled d on (d.cmas_number, d.quarter, d.kind) = (s.cmas_number, s.quarter, 'FEE')
                group by o.due_on)
            select 'due on ' || coalesce(t.due_on, s.due_on)
            from (select * from open_fee_total where member = '') t full join scratch s using (due_on)
            where coalesce(t.open, 0) <> coalesce(s.open, 0)
            """),

    ORDERS_EQUAL_FEE_FROM_SCRATCH(
            "An order's postings under an agreement add up to what it comes to now, times the rate of its date; those that wait"
                    + " to be posted again at a new rate are left out.",
            """
            with latest as (
                select distinct on (p.order_id, p.cmas_number) p.order_id, p.cmas_number, c.agency_id,
                    (select order_date from order_change o where o.order_id = p.order_id order by document_version, cause = 'TERMINATION' limit 1) order_date,
                    case when exists (select from order_change r where r.order_id = c.order_id
                        and r.document_version = c.document_version and r.cause = 'REJECTION')
                        then 0 else coalesce(a.subtotal, 0) end subtotal
                from (select distinct order_id, cmas_number from order_change_amount) p
                join order_change c using (order_id)
                left join order_change_amount a using (order_id, document_version, cause, cmas_number)
                order by p.order_id, p.cmas_number, c.document_version desc, c.cause = 'TERMINATION' desc),
            scratch as (
                select l.order_id, l.cmas_number,
                    case when g.type = 'STATE_DEPARTMENT' then 0 else l.subtotal end sales,
                    case when g.type = 'STATE_DEPARTMENT' then 0 else l.subtotal * coalesce((
                        select rate from fee_rate r where r.first_order_date <= l.order_date and r.activation is not null
                        order by r.first_order_date desc, r.activation desc limit 1), 0) end fee,
                    exists (select from agreement m join contractor_certificate k using (contractor_id)
                        where m.cmas_number = l.cmas_number and k.type in ('SB', 'MB')
                        and l.order_date between k.valid_from and k.valid_through) waived
                from latest l join agency g using (agency_id)
                where not exists (select from pending_fee f where (f.cmas_number, f.order_id) = (l.cmas_number, l.order_id))
                    and not\s""" + AwaitingNewRate.condition("l") + """
                )
            select s.cmas_number || ' order ' || s.order_id
            from scratch s left join (
                select order_id, cmas_number, sum(base) sales, sum(fee_due) due, sum(fee_waived) waived
                from posting group by order_id, cmas_number) p using (order_id, cmas_number)
            where (s.sales, case when s.waived then 0 else s.fee end, case when s.waived then s.fee else 0 end)
                <> (coalesce(p.sales, 0), coalesce(p.due, 0), coalesce(p.waived, 0))
            """),

    NO_ORDER_IS_OUT_OF_SIGHT(
            "An order whose agency, agreement or holder is not known is listed as uncomputable, and its report is expected.",
            """
            select p.cmas_number || ' order ' || p.order_id || ' is not listed'
            from (select distinct order_id, cmas_number from order_change_amount) p
            cross join lateral (select c.agency_id, c.document_version from order_change c where c.order_id = p.order_id
                order by c.document_version desc, c.cause = 'TERMINATION' desc limit 1) latest
            left join agency b on b.agency_id = latest.agency_id
            left join agreement g on g.cmas_number = p.cmas_number
            left join contractor k on k.contractor_id = g.contractor_id
            where (b.agency_id is null or g.cmas_number is null or k.contractor_id is null)
                and not exists (select from pending_fee f where (f.cmas_number, f.order_id) = (p.cmas_number, p.order_id))
                and (g.cmas_number is not null or (
                    not exists (select from order_change r where r.order_id = p.order_id
                        and r.document_version = latest.document_version and r.cause = 'REJECTION')
                    and 0 <> (select coalesce(sum(a.subtotal), 0) from order_change_amount a
                        where a.order_id = p.order_id and a.cmas_number = p.cmas_number
                        and (a.document_version, a.cause) = (select c.document_version, c.cause from order_change c
                            where c.order_id = p.order_id
                            order by c.document_version desc, c.cause = 'TERMINATION' desc limit 1))))
            union all
            select f.cmas_number || ' ' || q.quarter || ' is not expected'
            from pending_fee f cross join unnest(f.quarters) q (quarter)
            where not exists (select from report_obligation o where (o.cmas_number, o.quarter) = (f.cmas_number, q.quarter))
            """),

    STATEMENTS_EQUAL_LEDGER(
            "A filed statement's totals are those of its quarter's postings, and its fee is rounded once.", """
            select s.cmas_number || ' ' || s.quarter
            from filed_statement s left join (
                select cmas_number, quarter, sum(base) sales, sum(fee_due) due from posting group by cmas_number, quarter) p
                using (cmas_number, quarter)
            left join (select cmas_number, quarter, sum(fee_due) due from declared_posting group by cmas_number, quarter) d
                using (cmas_number, quarter)
            where (s.total_excluding_tax_and_freight, s.fee_exact) <> (coalesce(p.sales, 0), coalesce(p.due, 0))
                or s.fee_due <> greatest(round(s.fee_exact + coalesce(d.due, 0), 2), 0) - s.credit_used
                or s.credit_added <> greatest(-round(s.fee_exact + coalesce(d.due, 0), 2), 0)
            """),

    AGREEMENT_CREDITS_EQUAL_STATEMENTS(
            "What is left of an agreement's credit is what its filings left over less what they used and what left it, and is never"
                    + " below zero.",
            """
            select coalesce(t.cmas_number, s.cmas_number)
            from agreement_credit t full join (
                select cmas_number, sum(amount) as credit from (
                    select cmas_number, credit_added - credit_used as amount from filed_statement
                    union all select cmas_number, -amount from credit_entry where cmas_number is not null) moved
                group by cmas_number) s using (cmas_number)
            where coalesce(t.credit, 0) <> coalesce(s.credit, 0) or t.credit < 0
            """),

    DECLARED_ORDERS_COUNT_ONCE(
            "An order that a report adds bears its fee there as long as the report says so and no order of the agency with its number is"
                    + " known or tied to it; then the ledger has it.",
            """
            with known as materialized (
                select distinct m.cmas_number, name_key(c.agency_order_number) as order_key, name_key(a.name) as agency_key,
                    c.amendment_number
                from order_change c join agency a using (agency_id)
                join (select distinct order_id, cmas_number from order_change_amount) m using (order_id)
                where c.cause in ('ORIGINAL', 'AMENDMENT') and m.cmas_number in (select cmas_number from declared_order)
                    and not exists (select from pending_fee f
                        where (f.cmas_number, f.order_id) = (m.cmas_number, c.order_id))
                union
                select t.cmas_number, t.order_key, t.agency_key, t.amendment_number
                from order_tie t join order_change c on c.order_id = t.order_id and c.amendment_number = t.amendment_number
                    and c.cause in ('ORIGINAL', 'AMENDMENT')
                where not exists (select from order_tie_withdrawal w where w.tie_id = t.tie_id)
                    and not exists (select from pending_fee f
                        where (f.cmas_number, f.order_id) = (t.cmas_number, c.order_id))),
            line as (
                select d.cmas_number, d.quarter, d.agency_key, d.order_key, d.amendment_number, d.total,
                    (d.cmas_number, d.order_key, d.amendment_number) in (
                        select cmas_number, order_key, amendment_number from known) as is_known,
                    (d.cmas_number, d.order_key, d.amendment_number, d.agency_key) in (
                        select cmas_number, order_key, amendment_number, agency_key from known) as is_answered,
                    row_number() over (partition by d.cmas_number, d.agency_key, d.order_key, d.amendment_number
                        order by d.quarter) > 1 as is_second
                from declared_order d
                where d.version = coalesce((select max(v.version) from report_version v
                    where (v.cmas_number, v.quarter) = (d.cmas_number, d.quarter)), 1)),
            posted as (
                select cmas_number, belongs_to_quarter as quarter, agency_key, order_key, amendment_number, sum(base) base
                from declared_posting group by 1, 2, 3, 4, 5)
            select coalesce(l.cmas_number, p.cmas_number) || ' ' || coalesce(l.quarter, p.quarter) || ' '
                || coalesce(l.order_key, p.order_key)
            from line l full join posted p using (cmas_number, quarter, agency_key, order_key, amendment_number)
            where (l.total is null or l.is_answered or l.is_second) and coalesce(p.base, 0) <> 0
                or l.total > 0 and not l.is_known and not l.is_second and coalesce(p.base, 0) <> l.total
            """);

    private final String meaning;
    private final String deviations;

    Check(String meaning, String deviations) {
        this.meaning = meaning;
        this.deviations = deviations;
    }

    /** The statement that holds, for a person. */
    String meaning() {
        return meaning;
    }

    /** SQL whose rows each name one deviation; none when the check holds. */
    String deviations() {
        return deviations;
    }
}
