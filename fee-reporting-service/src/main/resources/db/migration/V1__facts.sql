-- What the other services have told. Copies: fed by events, owned elsewhere.

create table agency (
    agency_id uuid primary key,
    name text not null,
    type text not null check (type in ('CITY', 'COUNTY', 'CITY_AND_COUNTY', 'DISTRICT', 'K12', 'COMMUNITY_COLLEGE', 'CSU', 'UC', 'OTHER_LOCAL_BODY', 'STATE_DEPARTMENT')),
    version bigint not null
);

create table contractor (
    contractor_id uuid primary key,
    legal_name text not null,
    version bigint not null
);

create table contractor_certificate (
    contractor_id uuid not null references contractor,
    ordinal int not null,
    type text not null check (type in ('SB', 'MB', 'DVBE', 'NP')),
    number text not null,
    valid_from date not null,
    valid_through date not null,
    primary key (contractor_id, ordinal)
);

create table agreement (
    cmas_number text primary key,
    contractor_id uuid not null,
    term_start date not null,
    term_end date not null,
    effective_on date not null,
    version bigint not null
);
create index agreement_contractor on agreement (contractor_id);

-- Every issued document of an order and its termination, as long as the fee depends on it. Never edited.
create table order_change (
    order_id uuid not null,
    document_version int not null check (document_version > 0),
    cause text not null check (cause in ('ORIGINAL', 'AMENDMENT', 'TERMINATION')),
    amendment_number int not null check (amendment_number >= 0),
    agency_id uuid not null,
    agency_order_number text not null,
    order_date date not null,
    effective_on date not null,
    event_id uuid not null,
    primary key (order_id, document_version, cause)
);
create index order_change_agency on order_change (agency_id);

create table order_change_amount (
    order_id uuid not null,
    document_version int not null,
    cause text not null,
    cmas_number text not null,
    subtotal numeric not null,
    primary key (order_id, document_version, cause, cmas_number),
    foreign key (order_id, document_version, cause) references order_change
);
create index order_change_amount_agreement on order_change_amount (cmas_number, order_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

create trigger order_change_append_only before update or delete or truncate on order_change
    for each statement execute function refuse_change();
create trigger order_change_amount_append_only before update or delete or truncate on order_change_amount
    for each statement execute function refuse_change();
