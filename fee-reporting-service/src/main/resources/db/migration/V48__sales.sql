-- What was bought, State departments included, told apart by what dashboards ask for. Kept beside the ledger, in the same transactions:
-- an entry is the signed difference between what an order's part is worth now and what was entered before.

-- What an order's document says beside its amounts; not known of documents that came before it was kept.
alter table order_change add column cal_card boolean;
comment on column order_change.cal_card is 'whether the document is paid by CAL-Card; null in what was told before it was kept';
alter table order_change_amount add column nsp_subtotal numeric;
comment on column order_change_amount.nsp_subtotal is 'the part of the subtotal that is for items that are not specifically priced; null as above';

create table sale_entry (
    position bigint generated always as identity unique,
    cmas_number text not null,
    order_id uuid not null,
    number int not null check (number > 0),
    document_version int not null,
    cause text not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    agency_id uuid not null,
    agency_type text,
    contractor_id uuid,
    small_business boolean not null,
    dvbe boolean not null,
    sales numeric not null,
    nsp numeric not null,
    cal_card numeric not null,
    without_detail numeric not null,
    fee_due numeric not null,
    fee_waived numeric not null,
    orders int not null,
    event_id uuid not null,
    entered_at timestamptz not null,
    primary key (cmas_number, order_id, number)
);
create index sale_entry_quarter on sale_entry (quarter, position);
create index sale_entry_contractor on sale_entry (contractor_id, quarter, position);
create index sale_entry_agency on sale_entry (agency_id, quarter, position);
comment on table sale_entry is 'entered under the lock of the ledger, so positions follow the commits: what is entered later has a higher one';
comment on column sale_entry.quarter is 'the quarter of the order date, amendment, rejection or termination; not of the report that shows it';
comment on column sale_entry.agency_type is 'null while the agency is not known';
comment on column sale_entry.without_detail is 'the part of the sales of which neither NSP nor CAL-Card is known';

create trigger sale_entry_append_only before update or delete or truncate on sale_entry
    for each statement execute function refuse_change();

create table sale_total (
    view text not null check (view in ('QUARTER', 'AGENCY_TYPE', 'AGENCY', 'CONTRACTOR', 'CATEGORY', 'SCHEDULE')),
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    member text not null,
    sales numeric not null,
    local_sales numeric not null,
    state_sales numeric not null,
    small_business numeric not null,
    dvbe numeric not null,
    small_business_or_dvbe numeric not null,
    nsp numeric not null,
    cal_card numeric not null,
    without_detail numeric not null,
    fee_due numeric not null,
    fee_waived numeric not null,
    orders bigint not null,
    entries bigint not null,
    primary key (view, quarter, member)
) with (fillfactor = 50);

-- What of an entry each view counts, and under which member; one place for the totals and for what came after a position.
create view sale_figures with (security_invoker = true) as
    select v.view, e.quarter, v.member, e.position, e.sales,
        case when e.agency_type <> 'STATE_DEPARTMENT' then e.sales else 0 end as local_sales,
        case when e.agency_type = 'STATE_DEPARTMENT' then e.sales else 0 end as state_sales,
        case when e.small_business then e.sales else 0 end as small_business,
        case when e.dvbe then e.sales else 0 end as dvbe,
        case when e.small_business or e.dvbe then e.sales else 0 end as small_business_or_dvbe,
        e.nsp, e.cal_card, e.without_detail, e.fee_due, e.fee_waived, e.orders
    from sale_entry e
    cross join lateral (values
        ('QUARTER', e.quarter),
        ('AGENCY_TYPE', coalesce(e.agency_type, 'UNKNOWN')),
        ('AGENCY', e.agency_id::text),
        ('CONTRACTOR', coalesce(e.contractor_id::text, 'UNKNOWN')),
        ('CATEGORY', case when left(e.cmas_number, 1) = '3' then 'IT' else 'NON_IT' end),
        ('SCHEDULE', case when e.cmas_number ~ '[A-Z]$' then substr(e.cmas_number, 6, 2) else 'NOT_PRINTED' end)) v (view, member);

create function add_to_sale_total() returns trigger language plpgsql as $$
begin
    insert into sale_total as t
    select f.view, f.quarter, f.member, sum(f.sales), sum(f.local_sales), sum(f.state_sales), sum(f.small_business), sum(f.dvbe),
        sum(f.small_business_or_dvbe), sum(f.nsp), sum(f.cal_card), sum(f.without_detail), sum(f.fee_due), sum(f.fee_waived), sum(f.orders),
        count(*)
    from sale_figures f where f.position in (select position from written)
    group by f.view, f.quarter, f.member
    order by f.view, f.quarter, f.member
    on conflict (view, quarter, member) do update set
        sales = t.sales + excluded.sales,
        local_sales = t.local_sales + excluded.local_sales,
        state_sales = t.state_sales + excluded.state_sales,
        small_business = t.small_business + excluded.small_business,
        dvbe = t.dvbe + excluded.dvbe,
        small_business_or_dvbe = t.small_business_or_dvbe + excluded.small_business_or_dvbe,
        nsp = t.nsp + excluded.nsp,
        cal_card = t.cal_card + excluded.cal_card,
        without_detail = t.without_detail + excluded.without_detail,
        fee_due = t.fee_due + excluded.fee_due,
        fee_waived = t.fee_waived + excluded.fee_waived,
        orders = t.orders + excluded.orders,
        entries = t.entries + excluded.entries;
    return null;
end $$;
create trigger sale_entry_adds_to_total after insert on sale_entry
    referencing new table as written for each statement execute function add_to_sale_total();

-- Orders from before sales were kept are entered by a job of the service, since only it knows what an order is worth.
create table sale_backfill (
    one boolean primary key default true check (one),
    after_order_id uuid,
    ended boolean not null
);
insert into sale_backfill (ended) select not exists (select from order_change);

alter table sale_entry enable row level security;
create policy sale_entry_tenant on sale_entry using ((select tenant_sees_all()));
create policy sale_entry_contractor on sale_entry for select using (contractor_id = (select tenant_contractor()));
