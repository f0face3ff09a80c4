-- Local orders that a filed report adds and that no agency's order answers yet bear their fee on the contractor's word (docs/adr/0074).
-- They stand in a book of their own beside the ledger of orders: what a report declares, and the signed differences posted for it.

create table declared_order (
    cmas_number text not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    version int not null check (version > 0),
    number_in_report int not null check (number_in_report > 0),
    contractor_id uuid not null,
    agency_name text not null,
    agency_key text not null,
    purchase_order_number text not null,
    order_key text not null,
    amendment_number int not null check (amendment_number between 0 and 9999),
    purchase_order_date date not null,
    total numeric not null,
    primary key (cmas_number, quarter, version, number_in_report)
);
create index declared_order_name on declared_order (cmas_number, order_key);
create index declared_order_of_report on declared_order (cmas_number, quarter, version, order_key);
create index declared_order_date on declared_order (purchase_order_date, cmas_number);
comment on column declared_order.version is 'the filed version of the report that says so; only what the last one says counts';
comment on column declared_order.order_key is 'the order number as it is compared, however it is written; agency_key likewise';

create table declared_posting (
    cmas_number text not null,
    posting_id uuid not null,
    declared_order_id uuid not null,
    number int not null check (number > 0),
    agency_key text not null,
    order_key text not null,
    amendment_number int not null,
    order_date date not null,
    agency_name text not null,
    purchase_order_number text not null,
    contractor_id uuid not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    belongs_to_quarter text not null check (belongs_to_quarter ~ '^[0-9]{4}-Q[1-4]$'),
    cause text not null check (cause in ('REPORTED', 'WITHDRAWN', 'ORDER_KNOWN', 'REPORTED_BEFORE', 'NOTHING_TO_TAKE_FROM')),
    order_id uuid,
    rate numeric not null check (rate >= 0 and rate < 1),
    treatment text not null check (treatment in ('DUE', 'WAIVED', 'NOT_IN_FORCE')),
    base numeric not null check (base <> 0),
    fee_due numeric not null,
    fee_waived numeric not null,
    posted_at timestamptz not null,
    primary key (cmas_number, posting_id),
    unique (declared_order_id, number),
    check (quarter >= belongs_to_quarter),
    check ((order_id is not null) = (cause = 'ORDER_KNOWN')),
    check (fee_due = case when treatment = 'DUE' then base * rate else 0 end),
    check (fee_waived = case when treatment = 'WAIVED' then base * rate else 0 end),
    check (treatment <> 'NOT_IN_FORCE' or rate = 0)
);
create index declared_posting_quarter on declared_posting (cmas_number, quarter, posting_id);
create index declared_posting_name on declared_posting (cmas_number, order_key);
comment on table declared_posting is
    'each row is a double entry by its form: base debits sales-declared and credits orders-declared, fee_due debits fee-receivable and credits fee-declared, fee_waived debits fee-waived and credits fee-declared';
comment on column declared_posting.belongs_to_quarter is 'of the report that declares the order';
comment on column declared_posting.quarter is 'the quarter whose report shows it';
comment on column declared_posting.order_id is 'the agency''s order that answers it, whose fee the ledger has';

create trigger declared_order_append_only before update or delete or truncate on declared_order
    for each statement execute function refuse_change();
create trigger declared_posting_append_only before update or delete or truncate on declared_posting
    for each statement execute function refuse_change();
create trigger declared_posting_in_open_quarter after insert on declared_posting
    referencing new table as written for each statement execute function posting_quarter_is_open();

-- Of no order is more taken back than was declared of it.
create function declared_line_is_not_overdrawn() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    overdrawn text;
begin
    select d.cmas_number || ' ' || min(d.purchase_order_number) into overdrawn
    from (select distinct cmas_number, order_key, agency_key from written) w
    join declared_posting d using (cmas_number, order_key, agency_key)
    group by d.cmas_number, d.order_key, d.agency_key
    having sum(d.fee_due) < 0 or sum(d.base) < 0 limit 1;
    if found then
        raise exception 'more of the declared order % is taken back than was declared', overdrawn using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger declared_line_is_not_overdrawn after insert on declared_posting
    referencing new table as written for each statement execute function declared_line_is_not_overdrawn();

-- The orders that answer a declared one are found by their number as it is compared: the same as Identifier.keyOf.
create function name_key(name text) returns text
    language sql immutable strict parallel safe
    return case
        when name ~ '^[!-~]+( [!-~]+)*$' then lower(name)
        else lower(upper(normalize(btrim(regexp_replace(
            regexp_replace(name,
                '[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]',
                '', 'g'),
            '[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g')), nfc)))
    end;

-- A column and no index of an expression: where a policy hides rows, an index finds nothing by what a function makes of a column.
alter table order_change add column agency_order_key text generated always as (name_key(agency_order_number)) stored;
comment on column order_change.agency_order_key is 'the order number as it is compared, however it is written';
create index order_change_key on order_change (agency_order_key);

alter table declared_order enable row level security;
create policy declared_order_tenant on declared_order using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table declared_posting enable row level security;
create policy declared_posting_tenant on declared_posting using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
