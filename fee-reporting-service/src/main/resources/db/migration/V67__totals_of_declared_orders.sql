-- What is owed for declared orders is read like what orders accrued: from totals that the database keeps itself, so that reading them costs
-- the same at any number of orders (docs/adr/0074).

create table declared_total (
    view text not null check (view in ('QUARTER', 'CONTRACTOR')),
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    member text not null,
    sales numeric not null,
    fee_due numeric not null,
    fee_waived numeric not null,
    primary key (view, quarter, member)
) with (fillfactor = 50);
comment on column declared_total.member is 'the contractor id; empty for the quarter as a whole; of the agency the report tells only a name';

-- As of a day and as it was known at a moment: whole days of posting are added up, the postings of the moment's own day are read singly.
create table declared_day (
    cmas_number text not null,
    posted_on date not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    order_date date not null,
    contractor_id uuid not null,
    postings bigint not null,
    sales numeric not null,
    fee_due numeric not null,
    fee_waived numeric not null,
    primary key (cmas_number, posted_on, quarter, order_date, contractor_id)
) with (fillfactor = 50);
comment on column declared_day.posted_on is 'the day in UTC';
create index declared_posting_known on declared_posting (cmas_number, posted_at);

create function add_to_declared_total() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    insert into declared_total as t (view, quarter, member, sales, fee_due, fee_waived)
    select v.view, w.quarter, v.member, sum(w.base), sum(w.fee_due), sum(w.fee_waived)
    from written w cross join lateral (values ('QUARTER', ''), ('CONTRACTOR', w.contractor_id::text)) v (view, member)
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (view, quarter, member) do update set
        sales = t.sales + excluded.sales,
        fee_due = t.fee_due + excluded.fee_due,
        fee_waived = t.fee_waived + excluded.fee_waived;
    insert into declared_day as t (cmas_number, posted_on, quarter, order_date, contractor_id, postings, sales, fee_due, fee_waived)
    select cmas_number, (posted_at at time zone 'UTC')::date, quarter, order_date, contractor_id, count(*), sum(base), sum(fee_due),
        sum(fee_waived)
    from written group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (cmas_number, posted_on, quarter, order_date, contractor_id) do update set
        postings = t.postings + excluded.postings,
        sales = t.sales + excluded.sales,
        fee_due = t.fee_due + excluded.fee_due,
        fee_waived = t.fee_waived + excluded.fee_waived;
    return null;
end $$;

lock table declared_posting in share row exclusive mode;

insert into declared_total (view, quarter, member, sales, fee_due, fee_waived)
select v.view, p.quarter, v.member, sum(base), sum(fee_due), sum(fee_waived)
from declared_posting p cross join lateral (values ('QUARTER', ''), ('CONTRACTOR', contractor_id::text)) v (view, member)
group by 1, 2, 3;
insert into declared_day (cmas_number, posted_on, quarter, order_date, contractor_id, postings, sales, fee_due, fee_waived)
select cmas_number, (posted_at at time zone 'UTC')::date, quarter, order_date, contractor_id, count(*), sum(base), sum(fee_due), sum(fee_waived)
from declared_posting group by 1, 2, 3, 4, 5;

create trigger declared_posting_adds_to_total after insert on declared_posting
    referencing new table as written for each statement execute function add_to_declared_total();

alter table declared_total enable row level security;
create policy declared_total_tenant on declared_total using ((select tenant_sees_all()));
alter table declared_day enable row level security;
create policy declared_day_tenant on declared_day using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
