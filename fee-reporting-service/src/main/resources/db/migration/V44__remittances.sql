-- Payments of contractors, what they are allocated to, and refunds, in double entry and append-only. Two transactions at once cannot spend
-- a payment twice or pay a report more than is due: the check waits for the other one.

create table remittance (
    remittance_id uuid primary key,
    contractor_id uuid not null,
    reference text not null,
    method text not null check (method in ('CHECK', 'ACH', 'WIRE', 'PORTAL', 'OTHER')),
    amount numeric not null check (amount > 0 and amount = round(amount, 2)),
    received_on date not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    unique (contractor_id, reference)
);
create index remittance_list on remittance (received_on, remittance_id);
comment on column remittance.reference is 'the check or payment number by which both sides find it; once per contractor';

create table remittance_allocation (
    remittance_id uuid not null references remittance,
    posting int not null,
    cmas_number text not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    contractor_id uuid not null,
    amount numeric not null check (amount <> 0 and amount = round(amount, 2)),
    allocated_by text not null,
    allocated_at timestamptz not null,
    primary key (remittance_id, posting, cmas_number, quarter)
);
create index remittance_allocation_report on remittance_allocation (cmas_number, quarter);
comment on column remittance_allocation.amount is 'dollars; negative where an allocation is taken back';

create table remittance_refund (
    refund_id uuid primary key,
    remittance_id uuid not null references remittance,
    contractor_id uuid not null,
    amount numeric not null check (amount > 0 and amount = round(amount, 2)),
    reason text not null,
    proposed_by text not null,
    proposed_at timestamptz not null
);
create index remittance_refund_of on remittance_refund (remittance_id);

create table remittance_refund_approval (
    refund_id uuid primary key references remittance_refund,
    remittance_id uuid not null references remittance,
    contractor_id uuid not null,
    posting int not null,
    approved_by text not null,
    approved_at timestamptz not null
);
create index remittance_refund_approval_of on remittance_refund_approval (remittance_id);

create table remittance_entry (
    remittance_id uuid not null references remittance,
    posting int not null check (posting > 0),
    line int not null check (line > 0),
    contractor_id uuid not null,
    account text not null,
    amount numeric not null check (amount <> 0),
    primary key (remittance_id, posting, line)
);
comment on column remittance_entry.amount is 'dollars; a debit is positive, a credit negative';

create trigger remittance_append_only before update or delete or truncate on remittance
    for each statement execute function refuse_change();
create trigger remittance_allocation_append_only before update or delete or truncate on remittance_allocation
    for each statement execute function refuse_change();
create trigger remittance_refund_append_only before update or delete or truncate on remittance_refund
    for each statement execute function refuse_change();
create trigger remittance_refund_approval_append_only before update or delete or truncate on remittance_refund_approval
    for each statement execute function refuse_change();
create trigger remittance_entry_append_only before update or delete or truncate on remittance_entry
    for each statement execute function refuse_change();

create function remittance_entries_balance() returns trigger language plpgsql as $$
declare
    unbalanced uuid;
begin
    select remittance_id into unbalanced from written group by remittance_id, posting having sum(amount) <> 0 limit 1;
    if found then
        raise exception 'the entries of remittance % do not balance', unbalanced using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger remittance_entry_balances after insert on remittance_entry
    referencing new table as written for each statement execute function remittance_entries_balance();

-- A payment is spent once. Who waited for the lock sees what the other one committed, since each statement here looks anew.
create function remittance_is_not_overspent(id uuid) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('remittance ' || id::text, 0));
    if (select r.amount
            - coalesce((select sum(amount) from remittance_allocation a where a.remittance_id = r.remittance_id), 0)
            - coalesce((select sum(f.amount) from remittance_refund f join remittance_refund_approval p using (refund_id)
                where f.remittance_id = r.remittance_id), 0)
        from remittance r where r.remittance_id = id) < 0 then
        raise exception 'remittance % has less left', id using errcode = 'CM001';
    end if;
end $$;

create function remittance_allocation_holds() returns trigger language plpgsql as $$
declare
    each record;
begin
    for each in select distinct remittance_id from written order by 1 loop
        perform remittance_is_not_overspent(each.remittance_id);
    end loop;
    for each in select distinct cmas_number, quarter, contractor_id from written order by 1, 2 loop
        perform pg_advisory_xact_lock(hashtextextended('report ' || each.cmas_number || ' ' || each.quarter, 0));
        if not exists (select from filed_statement s
                where (s.cmas_number, s.quarter, s.contractor_id) = (each.cmas_number, each.quarter, each.contractor_id)) then
            raise exception 'no report of % % is filed by the payer', each.cmas_number, each.quarter using errcode = 'CM003';
        end if;
        if (select sum(amount) from remittance_allocation a where (a.cmas_number, a.quarter) = (each.cmas_number, each.quarter))
                > (select fee_due from filed_statement s where (s.cmas_number, s.quarter) = (each.cmas_number, each.quarter)) then
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
create trigger remittance_allocation_checked after insert on remittance_allocation
    referencing new table as written for each statement execute function remittance_allocation_holds();

create function remittance_refund_holds() returns trigger language plpgsql as $$
declare
    each record;
begin
    if exists (select from written w join remittance_refund f using (refund_id)
            where f.proposed_by = w.approved_by or f.remittance_id <> w.remittance_id) then
        raise exception 'a refund is approved by a second person' using errcode = 'CM004';
    end if;
    for each in select distinct remittance_id from written order by 1 loop
        perform remittance_is_not_overspent(each.remittance_id);
    end loop;
    return null;
end $$;
create trigger remittance_refund_approval_checked after insert on remittance_refund_approval
    referencing new table as written for each statement execute function remittance_refund_holds();

alter table remittance enable row level security;
create policy remittance_tenant on remittance using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table remittance_allocation enable row level security;
create policy remittance_allocation_tenant on remittance_allocation using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table remittance_refund enable row level security;
create policy remittance_refund_tenant on remittance_refund using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table remittance_refund_approval enable row level security;
create policy remittance_refund_approval_tenant on remittance_refund_approval using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table remittance_entry enable row level security;
create policy remittance_entry_tenant on remittance_entry using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
