-- How many reports were filed late, and what is not paid by the day it was due: kept like the other totals, so that no dashboard counts
-- reports or payments.
alter table report_total add column filed_late bigint not null default 0;

create or replace function add_to_report_total(obligation report_obligation, times int) returns void language sql as $$
    insert into report_total as t (view, quarter, member, expected, filed, fee_due_filed, filed_late)
    select v.view, obligation.quarter, v.member, times,
        case when obligation.filed_at is null then 0 else times end, times * coalesce(obligation.fee_due_filed, 0),
        case when (obligation.filed_at at time zone 'America/Los_Angeles')::date > obligation.due_on then times else 0 end
    from (values ('CONTRACTOR', obligation.contractor_id::text), ('QUARTER', '')) v (view, member)
    where v.member is not null
    on conflict (view, quarter, member) do update set
        expected = t.expected + excluded.expected,
        filed = t.filed + excluded.filed,
        fee_due_filed = t.fee_due_filed + excluded.fee_due_filed,
        filed_late = t.filed_late + excluded.filed_late
$$;

update report_total t set filed_late = l.late
from (
    select v.view, o.quarter, v.member, count(*) as late
    from report_obligation o
    cross join lateral (values ('CONTRACTOR', o.contractor_id::text), ('QUARTER', '')) v (view, member)
    where (o.filed_at at time zone 'America/Los_Angeles')::date > o.due_on and v.member is not null
    group by 1, 2, 3) l
where (l.view, l.quarter, l.member) = (t.view, t.quarter, t.member);

create table open_fee_total (
    member text not null,
    due_on date not null,
    open numeric not null,
    primary key (member, due_on)
) with (fillfactor = 50);
comment on column open_fee_total.member is 'the contractor id; empty for all contractors';
comment on column open_fee_total.open is 'fees of filed reports less what is paid of them and what is settled, dollars';

create function add_to_open_fees(contractor uuid, agreement text, of_quarter text, amount numeric) returns void language sql as $$
    insert into open_fee_total as t (member, due_on, open)
    select v.member, o.due_on, amount
    from report_obligation o cross join (values (''), (contractor::text)) v (member)
    where (o.cmas_number, o.quarter) = (agreement, of_quarter) and amount <> 0
    on conflict (member, due_on) do update set open = t.open + excluded.open
$$;

create function filed_statement_opens_fee() returns trigger language plpgsql as $$
begin
    perform add_to_open_fees(new.contractor_id, new.cmas_number, new.quarter, new.fee_due);
    return null;
end $$;
create trigger filed_statement_opens_fee after insert on filed_statement for each row execute function filed_statement_opens_fee();

create function allocation_closes_fee() returns trigger language plpgsql as $$
begin
    perform add_to_open_fees(new.contractor_id, new.cmas_number, new.quarter, -new.amount);
    return null;
end $$;
create trigger remittance_allocation_closes_fee after insert on remittance_allocation
    for each row execute function allocation_closes_fee();

create function settlement_closes_fee() returns trigger language plpgsql as $$
begin
    perform add_to_open_fees(s.contractor_id, new.cmas_number, new.quarter, -new.amount)
    from filed_statement s where (s.cmas_number, s.quarter) = (new.cmas_number, new.quarter);
    return null;
end $$;
create trigger settled_closes_fee after insert on settled for each row when (new.kind = 'FEE') execute function settlement_closes_fee();

insert into open_fee_total (member, due_on, open)
select v.member, o.due_on, sum(s.fee_due
    - coalesce((select sum(a.amount) from remittance_allocation a where (a.cmas_number, a.quarter) = (s.cmas_number, s.quarter)), 0)
    - coalesce((select d.amount from settled d where (d.cmas_number, d.quarter, d.kind) = (s.cmas_number, s.quarter, 'FEE')), 0))
from filed_statement s join report_obligation o using (cmas_number, quarter)
cross join lateral (values (''), (s.contractor_id::text)) v (member)
where s.fee_due > 0
group by 1, 2;

-- A fee is paid or settled once. Who settles it waits for the payments that are being allocated, and these for it.
create function settled_fee_is_open() returns trigger language plpgsql as $$
begin
    if new.amount > (select s.fee_due - coalesce(
                (select sum(a.amount) from remittance_allocation a where (a.cmas_number, a.quarter) = (s.cmas_number, s.quarter)), 0)
            from filed_statement s where (s.cmas_number, s.quarter) = (new.cmas_number, new.quarter)) then
        raise exception 'the report of % % has less open', new.cmas_number, new.quarter using errcode = 'CM002';
    end if;
    return null;
end $$;
create trigger settled_fee_is_open after insert on settled for each row when (new.kind = 'FEE') execute function settled_fee_is_open();

create or replace function remittance_allocation_holds() returns trigger language plpgsql as $$
declare
    each record;
begin
    for each in select distinct remittance_id from written order by 1 loop
        perform remittance_is_not_overspent(each.remittance_id);
    end loop;
    for each in select cmas_number, quarter, contractor_id, max(amount) as largest from written group by 1, 2, 3 order by 1, 2 loop
        perform pg_advisory_xact_lock(hashtextextended('report ' || each.cmas_number || ' ' || each.quarter, 0));
        if not exists (select from filed_statement s
                where (s.cmas_number, s.quarter, s.contractor_id) = (each.cmas_number, each.quarter, each.contractor_id)) then
            raise exception 'no report of % % is filed by the payer', each.cmas_number, each.quarter using errcode = 'CM003';
        end if;
        -- What is taken back is never refused for what was paid too much before.
        if each.largest > 0 and
                (select sum(amount) from remittance_allocation a where (a.cmas_number, a.quarter) = (each.cmas_number, each.quarter))
                > (select fee_due - coalesce((select d.amount from settled d
                        where (d.cmas_number, d.quarter, d.kind) = (s.cmas_number, s.quarter, 'FEE')), 0)
                    from filed_statement s where (s.cmas_number, s.quarter) = (each.cmas_number, each.quarter)) then
            raise exception 'the report of % % has less due', each.cmas_number, each.quarter using errcode = 'CM002';
        end if;
    end loop;
    if exists (select from remittance_allocation a
            where (a.remittance_id, a.cmas_number, a.quarter) in (select remittance_id, cmas_number, quarter from written)
            group by a.remittance_id, a.cmas_number, a.quarter having sum(a.amount) < 0) then
        raise exception 'more is taken back than was allocated' using errcode = 'CM002';
    end if;
    return null;
end $$;
