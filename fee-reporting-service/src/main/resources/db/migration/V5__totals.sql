-- Totals, kept by the database in the transaction that posts or files: a dashboard reads one row for what a million entries come
-- to, and no way of writing the ledger can leave them behind.

create table fee_total (
    view text not null check (view in ('QUARTER', 'AGENCY_TYPE', 'CONTRACTOR')),
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    member text not null,
    sales numeric not null,
    fee_due numeric not null,
    sales_waived numeric not null,
    fee_waived numeric not null,
    orders bigint not null,
    primary key (view, quarter, member)
) with (fillfactor = 50);
comment on column fee_total.member is 'the agency type or the contractor id; empty for the quarter as a whole';

create function add_to_fee_total() returns trigger language plpgsql as $$
begin
    insert into fee_total as t (view, quarter, member, sales, fee_due, sales_waived, fee_waived, orders)
    select v.view, w.quarter, v.member, sum(w.base), sum(w.fee_due),
        coalesce(sum(w.base) filter (where w.treatment = 'WAIVED'), 0), sum(w.fee_waived), sum(w.orders)
    from written w
    cross join lateral (values ('QUARTER', ''), ('AGENCY_TYPE', w.agency_type), ('CONTRACTOR', w.contractor_id::text)) v (view, member)
    group by v.view, w.quarter, v.member
    order by v.view, w.quarter, v.member
    on conflict (view, quarter, member) do update set
        sales = t.sales + excluded.sales,
        fee_due = t.fee_due + excluded.fee_due,
        sales_waived = t.sales_waived + excluded.sales_waived,
        fee_waived = t.fee_waived + excluded.fee_waived,
        orders = t.orders + excluded.orders;
    return null;
end $$;

create trigger posting_adds_to_total after insert on posting
    referencing new table as written for each statement execute function add_to_fee_total();

create table report_total (
    view text not null check (view in ('QUARTER', 'CONTRACTOR')),
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    member text not null,
    expected bigint not null,
    filed bigint not null,
    fee_due_filed numeric not null,
    primary key (view, quarter, member)
) with (fillfactor = 50);

create function add_to_report_total(obligation report_obligation, times int) returns void language sql as $$
    insert into report_total as t (view, quarter, member, expected, filed, fee_due_filed)
    select v.view, obligation.quarter, v.member, times,
        case when obligation.filed_at is null then 0 else times end, times * coalesce(obligation.fee_due_filed, 0)
    from (values ('CONTRACTOR', obligation.contractor_id::text), ('QUARTER', '')) v (view, member)
    on conflict (view, quarter, member) do update set
        expected = t.expected + excluded.expected,
        filed = t.filed + excluded.filed,
        fee_due_filed = t.fee_due_filed + excluded.fee_due_filed
$$;

create function count_report_obligation() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform add_to_report_total(old, -1);
    end if;
    if tg_op <> 'DELETE' then
        perform add_to_report_total(new, 1);
    end if;
    return null;
end $$;

create trigger report_obligation_counts after insert or update or delete on report_obligation
    for each row execute function count_report_obligation();
