-- What was owed before the suite began and cannot be shown in it any more is settled in bulk, with a reason and by two persons: reports of
-- quarters without any order known here, and fees of reports filed before payments were kept. Nothing is filed or paid by it.
create table settlement (
    settlement_id uuid primary key,
    contractor_id uuid,
    through_quarter text not null check (through_quarter ~ '^[0-9]{4}-Q[1-4]$'),
    reason text not null,
    proposed_by text not null,
    proposed_at timestamptz not null
);
comment on column settlement.contractor_id is 'whose; null: everybody''s';

create table settlement_item (
    settlement_id uuid not null references settlement,
    kind text not null check (kind in ('REPORT', 'FEE')),
    cmas_number text not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    contractor_id uuid,
    due_on date not null,
    amount numeric not null check (amount >= 0),
    primary key (settlement_id, kind, cmas_number, quarter)
);
comment on column settlement_item.amount is 'of a fee what is not paid, dollars; 0 of a report';

create table settlement_approval (
    settlement_id uuid primary key references settlement,
    approved_by text not null,
    approved_at timestamptz not null
);

create table settled (
    kind text not null check (kind in ('REPORT', 'FEE')),
    cmas_number text not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    contractor_id uuid,
    amount numeric not null check (amount >= 0),
    settlement_id uuid not null references settlement_approval,
    primary key (cmas_number, quarter, kind)
);
create index settled_by on settled (settlement_id);

create function refuse_settlement_by_one_person() returns trigger language plpgsql as $$
begin
    if exists (select from settlement s where s.settlement_id = new.settlement_id and s.proposed_by = new.approved_by) then
        raise exception 'a settlement is approved by a second person' using errcode = 'CM004';
    end if;
    return new;
end $$;
create trigger settlement_approval_second_person before insert on settlement_approval
    for each row execute function refuse_settlement_by_one_person();

create trigger settlement_append_only before update or delete or truncate on settlement
    for each statement execute function refuse_change();
create trigger settlement_item_append_only before update or delete or truncate on settlement_item
    for each statement execute function refuse_change();
create trigger settlement_approval_append_only before update or delete or truncate on settlement_approval
    for each statement execute function refuse_change();
create trigger settled_append_only before update or delete or truncate on settled
    for each statement execute function refuse_change();

alter table settlement enable row level security;
create policy settlement_tenant on settlement using ((select tenant_sees_all()));
alter table settlement_item enable row level security;
create policy settlement_item_tenant on settlement_item using ((select tenant_sees_all()));
alter table settlement_approval enable row level security;
create policy settlement_approval_tenant on settlement_approval using ((select tenant_sees_all()));
alter table settled enable row level security;
create policy settled_tenant on settled using ((select tenant_sees_all()));
-- Who holds the agreement now owes its reports (report_obligation has its own policy, so only the tenant's are found).
create policy settled_contractor on settled for select using (
    contractor_id = (select tenant_contractor())
    or (select tenant_contractor()) is not null
        and exists (select from report_obligation o where (o.cmas_number, o.quarter) = (settled.cmas_number, settled.quarter)));
