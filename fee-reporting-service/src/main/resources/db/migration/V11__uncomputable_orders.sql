-- An order whose fee cannot be worked out stays in sight: what it comes to and for whom is kept beside what is missing, and the
-- reports that it belongs to are expected, also of an agreement that the registry does not know.

alter table order_change add column contractor_id uuid;
comment on column order_change.contractor_id is 'the contractor that the order names; null in what was told before it was kept';

alter table pending_fee
    add column contractor_id uuid,
    add column agency_id uuid,
    add column agency_order_number text,
    add column order_date date,
    add column base numeric,
    add column quarters text[];
comment on column pending_fee.contractor_id is 'the holder of the agreement, or else whom the order names; null when neither is known';
comment on column pending_fee.base is 'what the order comes to now under the agreement, dollars before tax and freight';
comment on column pending_fee.quarters is 'the quarters that its amounts belong to, in time; the first is the one in which it named the agreement';

update pending_fee f set
    contractor_id = (select g.contractor_id from agreement g where g.cmas_number = f.cmas_number),
    agency_id = o.agency_id,
    agency_order_number = o.agency_order_number,
    order_date = o.order_date,
    base = coalesce((
        select case when c.cause = 'REJECTION' then 0 else coalesce(a.subtotal, 0) end
        from order_change c left join order_change_amount a
            on (a.order_id, a.document_version, a.cause, a.cmas_number) = (c.order_id, c.document_version, c.cause, f.cmas_number)
        where c.order_id = f.order_id
        order by c.document_version desc, c.cause = 'REJECTION' desc, c.cause = 'TERMINATION' desc limit 1), 0),
    quarters = array(
        select distinct to_char(c.effective_on, 'YYYY"-Q"Q')
        from order_change c join order_change_amount a using (order_id, document_version, cause)
        where a.order_id = f.order_id and a.cmas_number = f.cmas_number order by 1)
from (
    select distinct on (order_id) order_id, agency_id, agency_order_number, order_date
    from order_change order by order_id, document_version, cause = 'TERMINATION') o
where o.order_id = f.order_id;

alter table pending_fee
    alter column agency_id set not null,
    alter column agency_order_number set not null,
    alter column order_date set not null,
    alter column base set not null,
    alter column quarters set not null,
    add check (cardinality(quarters) > 0);
create index pending_fee_quarter on pending_fee ((quarters[1]));
create index pending_fee_contractor on pending_fee (contractor_id, cmas_number, order_id);

alter table report_obligation
    alter column contractor_id drop not null,
    drop constraint report_obligation_reason_check,
    add constraint report_obligation_reason_check check (reason in ('TERM', 'ACTIVITY', 'UNCOMPUTABLE')),
    add check (contractor_id is not null or reason = 'UNCOMPUTABLE');
comment on column report_obligation.reason is 'TERM: the agreement''s term touches the quarter; ACTIVITY: an amount was posted to it; UNCOMPUTABLE: an order belongs to it whose fee cannot be worked out yet';
comment on column report_obligation.contractor_id is 'who held the agreement when the report was filed, or holds it now; of an unknown agreement the one contractor that its orders name, null when they do not agree';

create or replace function add_to_report_total(obligation report_obligation, times int) returns void language sql as $$
    insert into report_total as t (view, quarter, member, expected, filed, fee_due_filed)
    select v.view, obligation.quarter, v.member, times,
        case when obligation.filed_at is null then 0 else times end, times * coalesce(obligation.fee_due_filed, 0)
    from (values ('CONTRACTOR', obligation.contractor_id::text), ('QUARTER', '')) v (view, member)
    where v.member is not null
    on conflict (view, quarter, member) do update set
        expected = t.expected + excluded.expected,
        filed = t.filed + excluded.filed,
        fee_due_filed = t.fee_due_filed + excluded.fee_due_filed
$$;

insert into report_obligation (cmas_number, quarter, reason, contractor_id, due_on)
select f.cmas_number, q.quarter, 'UNCOMPUTABLE', min(f.contractor_id::text)::uuid,
    (to_date(left(q.quarter, 4) || '-' || (right(q.quarter, 1)::int * 3), 'YYYY-MM') + interval '1 month 14 days')::date
from pending_fee f cross join unnest(f.quarters) q (quarter)
group by f.cmas_number, q.quarter
on conflict (cmas_number, quarter) do nothing;
