-- An order that a report types otherwise than its agency is owed twice until somebody says that both are one (docs/adr/0076). Which declared
-- orders look like a known one is kept as either side becomes known; a tie says that they are one, and may be withdrawn.

create table order_look_alike (
    look_alike_id uuid primary key,
    cmas_number text not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    contractor_id uuid not null,
    agency_name text not null,
    agency_key text not null,
    purchase_order_number text not null,
    order_key text not null,
    amendment_number int not null,
    purchase_order_date date not null,
    total numeric not null,
    order_id uuid not null,
    known_order_number text not null,
    known_order_key text not null,
    sureness text not null check (sureness in ('SURE', 'LIKELY', 'POSSIBLE')),
    why text not null,
    found_at timestamptz not null
);
create index order_look_alike_declared on order_look_alike (cmas_number, order_key);
create index order_look_alike_known on order_look_alike (cmas_number, known_order_key);
create index order_look_alike_report on order_look_alike (cmas_number, quarter, look_alike_id);
comment on column order_look_alike.quarter is 'of the report that declares the order';

create table order_tie (
    tie_id uuid primary key,
    cmas_number text not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    contractor_id uuid not null,
    agency_name text not null,
    agency_key text not null,
    purchase_order_number text not null,
    order_key text not null,
    amendment_number int not null,
    order_id uuid not null,
    known_order_number text not null,
    known_order_key text not null,
    reason text not null,
    tied_by text not null,
    tied_at timestamptz not null
);
create index order_tie_declared on order_tie (cmas_number, order_key);
create index order_tie_known on order_tie (cmas_number, known_order_key);
create index order_tie_list on order_tie (cmas_number, tie_id);

create table order_tie_withdrawal (
    tie_id uuid primary key references order_tie,
    contractor_id uuid not null,
    reason text not null,
    withdrawn_by text not null,
    withdrawn_at timestamptz not null
);

create trigger order_tie_append_only before update or delete or truncate on order_tie
    for each statement execute function refuse_change();
create trigger order_tie_withdrawal_append_only before update or delete or truncate on order_tie_withdrawal
    for each statement execute function refuse_change();

-- An order answers one declared order, and that is answered by one.
create function order_is_tied_once() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('ties of ' || new.cmas_number, 0));
    if exists (select from order_tie t where t.cmas_number = new.cmas_number and t.tie_id <> new.tie_id
            and t.amendment_number = new.amendment_number
            and (t.known_order_key = new.known_order_key and t.order_id = new.order_id
                or t.order_key = new.order_key and t.agency_key = new.agency_key)
            and not exists (select from order_tie_withdrawal w where w.tie_id = t.tie_id)) then
        raise exception 'the order % is tied already', new.purchase_order_number using errcode = 'unique_violation';
    end if;
    return null;
end $$;
create trigger order_is_tied_once after insert on order_tie for each row execute function order_is_tied_once();

-- What looks alike is looked for among an agency's orders of a day.
alter table agency add column agency_key text generated always as (name_key(name)) stored;
comment on column agency.agency_key is 'the name as it is compared, however it is written';
create index agency_key on agency (agency_key);
create index order_change_agency_day on order_change (agency_id, order_date);
drop index order_change_agency;

alter table order_look_alike enable row level security;
create policy order_look_alike_tenant on order_look_alike using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table order_tie enable row level security;
create policy order_tie_tenant on order_tie using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table order_tie_withdrawal enable row level security;
create policy order_tie_withdrawal_tenant on order_tie_withdrawal using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
