-- What State departments bought, kept like the other totals: by quarter, department and agreement, and by the day from which the rate of
-- the order date counts. The rate itself is looked up when it is read, so that a corrected one changes no total.

create table administrative_fee_total (
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    agency_id uuid not null,
    cmas_number text not null,
    rate_from date not null,
    sales numeric not null,
    waived numeric not null,
    primary key (quarter, agency_id, cmas_number, rate_from)
) with (fillfactor = 50);
comment on column administrative_fee_total.rate_from is 'the first order date of the rate that counts on the order date; -infinity while none does';
comment on column administrative_fee_total.waived is 'of the sales, ordered from certified small businesses';

-- From which day the rate of that order date counts.
create function administrative_rate_from(its_order_date date) returns date language sql stable
set search_path = pg_catalog, public, pg_temp
as $$
    select coalesce(max(first_order_date), '-infinity') from administrative_fee_rate
    where activation is not null and first_order_date <= its_order_date
$$;

create function administrative_order_date(its_order uuid) returns date language sql stable
set search_path = pg_catalog, public, pg_temp
as $$
    select order_date from order_change where order_id = its_order order by document_version limit 1
$$;

create function add_to_administrative_fee_total() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    insert into administrative_fee_total as t (quarter, agency_id, cmas_number, rate_from, sales, waived)
    select w.quarter, w.agency_id, w.cmas_number, administrative_rate_from(administrative_order_date(w.order_id)), sum(w.sales),
        coalesce(sum(w.sales) filter (where w.small_business), 0)
    from written w where w.agency_type = 'STATE_DEPARTMENT'
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (quarter, agency_id, cmas_number, rate_from) do update set
        sales = t.sales + excluded.sales,
        waived = t.waived + excluded.waived;
    return null;
end $$;

-- A rate that begins within the days of another one takes over what is dated from then on. Under the lock of the ledger, which everybody
-- holds who enters sales, so that none is entered by the days of before meanwhile.
create function divide_administrative_fee_totals() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    before date;
    next date;
begin
    perform pg_advisory_xact_lock(x'0066656573000001'::bigint);
    if exists (select from administrative_fee_rate r
            where r.activation is not null and r.first_order_date = new.first_order_date and r.figure_id <> new.figure_id) then
        return null;
    end if;
    before := administrative_rate_from(new.first_order_date - 1);
    next := (select min(first_order_date) from administrative_fee_rate
        where activation is not null and first_order_date > new.first_order_date);
    with moved as (
        select e.quarter, e.agency_id, e.cmas_number, sum(e.sales) as sales,
            coalesce(sum(e.sales) filter (where e.small_business), 0) as waived
        from (select distinct order_id from order_change
            where order_date >= new.first_order_date and (next is null or order_date < next)) o
        join sale_entry e using (order_id)
        where e.agency_type = 'STATE_DEPARTMENT' and administrative_order_date(order_id) >= new.first_order_date
            and (next is null or administrative_order_date(order_id) < next)
        group by 1, 2, 3),
    signed as (
        select quarter, agency_id, cmas_number, new.first_order_date as rate_from, sales, waived from moved
        union all
        select quarter, agency_id, cmas_number, before, -sales, -waived from moved)
    insert into administrative_fee_total as t (quarter, agency_id, cmas_number, rate_from, sales, waived)
    select * from signed order by quarter, agency_id, cmas_number, rate_from
    on conflict (quarter, agency_id, cmas_number, rate_from) do update set
        sales = t.sales + excluded.sales,
        waived = t.waived + excluded.waived;
    return null;
end $$;

lock table sale_entry in share row exclusive mode;
lock table administrative_fee_rate in share row exclusive mode;

insert into administrative_fee_total (quarter, agency_id, cmas_number, rate_from, sales, waived)
select e.quarter, e.agency_id, e.cmas_number, administrative_rate_from(administrative_order_date(e.order_id)), sum(e.sales),
    coalesce(sum(e.sales) filter (where e.small_business), 0)
from sale_entry e where e.agency_type = 'STATE_DEPARTMENT'
group by 1, 2, 3, 4;

create trigger sale_entry_adds_to_administrative_fee_total after insert on sale_entry
    referencing new table as written for each statement execute function add_to_administrative_fee_total();
create trigger administrative_fee_rate_divides_totals after update on administrative_fee_rate
    for each row when (old.activation is null and new.activation is not null)
    execute function divide_administrative_fee_totals();

alter table administrative_fee_total enable row level security;
create policy administrative_fee_total_tenant on administrative_fee_total using ((select tenant_sees_all()));
