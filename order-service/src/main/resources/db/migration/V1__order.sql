-- Agencies: few rows, changed rarely, read by every order.
create table agency (
    agency_id uuid primary key,
    name text not null check (name <> ''),
    name_key text not null unique,
    type text not null,
    county text,
    empowered_to_expend_public_funds boolean not null,
    decision_decided_by text,
    decision_decided_on date,
    decision_reason text,
    order_limit numeric(18, 2) check (order_limit >= 0),
    order_limit_action text check (order_limit_action in ('WARN', 'BLOCK')),
    min_offers integer check (min_offers between 0 and 100),
    version bigint not null check (version > 0),
    check ((order_limit is null) = (order_limit_action is null)),
    check ((decision_decided_by is null) = (decision_decided_on is null)),
    check ((decision_decided_by is null) = (decision_reason is null)),
    check (type <> 'OTHER_LOCAL_BODY' or decision_reason is not null)
);
create index agency_by_name on agency (lower(name), agency_id);

-- One row per order: where it stands. order_id is a UUID of version 7, so new rows land at the end of the indexes.
-- Every growing table has agency_id, the distribution key, in its primary key; order_id comes first because contractors
-- and reviewers look an order up without knowing its agency. There is no foreign key to agency: each insert would lock
-- the one row of a busy agency together with all others of that moment; placing checks that the agency is there and
-- agencies are never deleted.
create table purchase_order (
    order_id uuid not null,
    agency_id uuid not null,
    agency_order_number text not null,
    contractor_id uuid not null,
    order_date date not null,
    state text not null
        check (state in ('DRAFT', 'SUBMITTED', 'ISSUED', 'RETURNED', 'ACCEPTED', 'REJECTED', 'AMENDED', 'TERMINATED')),
    version bigint not null check (version > 0),
    latest_version integer not null check (latest_version > 0),
    version_in_force integer check (version_in_force between 1 and latest_version),
    sub_numbering text[] not null default '{}',
    primary key (order_id, agency_id),
    unique (agency_id, agency_order_number)
) with (fillfactor = 85);
create index purchase_order_of_agency on purchase_order (agency_id, order_id);
create index purchase_order_of_contractor on purchase_order (contractor_id, order_id);

-- Every version ever written. The document never changes; only where the version stands does.
create table order_version (
    order_id uuid not null,
    document_version integer not null check (document_version > 0),
    agency_id uuid not null,
    amendment_number integer not null check (amendment_number >= 0),
    -- which act on the order wrote it, in one count with those of order_act
    act_number bigint not null check (act_number > 0),
    state text not null,
    document jsonb not null,
    created_at timestamptz not null,
    created_by text not null,
    request_id text,
    submitted_at timestamptz,
    submitted_by text,
    decision jsonb,
    primary key (order_id, document_version, agency_id),
    check ((submitted_at is null) = (submitted_by is null))
) with (fillfactor = 90);

-- Which orders ever named an agreement.
create table order_agreement (
    cmas_number text not null,
    order_id uuid not null,
    agency_id uuid not null,
    primary key (cmas_number, order_id, agency_id)
);

-- Acts other than writing a version, which order_version tells itself.
create table order_act (
    order_id uuid not null,
    act_number bigint not null check (act_number > 1),
    agency_id uuid not null,
    act text not null,
    document_version integer not null,
    acted_at timestamptz not null,
    acted_by text not null,
    request_id text,
    details jsonb not null,
    primary key (order_id, act_number, agency_id)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or deleted', tg_table_name;
end
$$;
create trigger order_act_is_history before update or delete on order_act
    for each row execute function refuse_change();
create trigger order_version_is_history before delete on order_version
    for each row execute function refuse_change();
create trigger order_document_is_immutable before update of document, amendment_number, act_number, created_at, created_by
    on order_version for each row execute function refuse_change();
