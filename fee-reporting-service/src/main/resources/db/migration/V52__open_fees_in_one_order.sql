-- The totals of open fees were changed row by row, before the statement's check waited for the report's lock: who settles has that lock
-- first and waited for the totals, and both for ever. Now they are changed at the end of the statement, by name after
-- remittance_allocation_checked, and each statement takes them in one order.
drop trigger filed_statement_opens_fee on filed_statement;
drop trigger remittance_allocation_closes_fee on remittance_allocation;
drop trigger settled_closes_fee on settled;

create or replace function filed_statement_opens_fee() returns trigger language plpgsql as $$
begin
    insert into open_fee_total as t (member, due_on, open)
    select v.member, o.due_on, sum(w.fee_due)
    from written w join report_obligation o using (cmas_number, quarter)
    cross join lateral (values (''), (w.contractor_id::text)) v (member)
    group by v.member, o.due_on having sum(w.fee_due) <> 0
    order by v.member, o.due_on
    on conflict (member, due_on) do update set open = t.open + excluded.open;
    return null;
end $$;
create trigger filed_statement_opens_fee after insert on filed_statement
    referencing new table as written for each statement execute function filed_statement_opens_fee();

create or replace function allocation_closes_fee() returns trigger language plpgsql as $$
begin
    insert into open_fee_total as t (member, due_on, open)
    select v.member, o.due_on, -sum(w.amount)
    from written w join report_obligation o using (cmas_number, quarter)
    cross join lateral (values (''), (w.contractor_id::text)) v (member)
    group by v.member, o.due_on having sum(w.amount) <> 0
    order by v.member, o.due_on
    on conflict (member, due_on) do update set open = t.open + excluded.open;
    return null;
end $$;
create trigger remittance_allocation_closes_fee after insert on remittance_allocation
    referencing new table as written for each statement execute function allocation_closes_fee();

create or replace function settlement_closes_fee() returns trigger language plpgsql as $$
begin
    insert into open_fee_total as t (member, due_on, open)
    select v.member, o.due_on, -sum(w.amount)
    from written w join filed_statement s using (cmas_number, quarter) join report_obligation o using (cmas_number, quarter)
    cross join lateral (values (''), (s.contractor_id::text)) v (member)
    where w.kind = 'FEE'
    group by v.member, o.due_on having sum(w.amount) <> 0
    order by v.member, o.due_on
    on conflict (member, due_on) do update set open = t.open + excluded.open;
    return null;
end $$;
create trigger settled_closes_fee after insert on settled
    referencing new table as written for each statement execute function settlement_closes_fee();

drop function add_to_open_fees(uuid, text, text, numeric);
