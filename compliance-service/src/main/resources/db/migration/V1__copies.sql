-- What this service knows of agencies, contractors, agreements and prices: copies, kept from the events of their owners.

create table agency (
    agency_id                       uuid    primary key,
    version                         bigint  not null,
    name                            text    not null,
    type                            text    not null,
    empowered_to_expend_public_funds boolean not null,
    decided_by                      text,
    decided_on                      date,
    decision_reason                 text,
    order_limit                     numeric check (order_limit >= 0),
    order_limit_action              text    check (order_limit_action in ('WARN', 'BLOCK')),
    check ((decided_by is null) = (decided_on is null))
);

create table contractor (
    contractor_id uuid   primary key,
    version       bigint not null,
    legal_name    text   not null,
    certificates  jsonb  not null
);

-- Every snapshot, so that an order of any day is judged by the CMAS as it stood on that day.
create table agreement_snapshot (
    cmas_number           text    not null,
    version               bigint  not null,
    effective_on          date    not null,
    supplement_number     int     not null check (supplement_number >= 0),
    contractor_id         uuid    not null,
    contractor_name       text    not null,
    status                text    not null check (status in ('ACTIVE', 'SUSPENDED', 'TERMINATED')),
    term_start            date    not null,
    term_end              date    not null check (term_end >= term_start),
    for_use_by            text    not null check (for_use_by in ('STATE_ONLY', 'STATE_AND_LOCAL', 'UNKNOWN')),
    nsp_provision         boolean not null,
    travel_allowed        boolean,
    state_order_limit     numeric check (state_order_limit >= 0),
    listed_certifications jsonb   not null,
    primary key (cmas_number, version)
);

-- One spelling for what is spelled in many ways: letters and digits only, in capitals. It proposes a match, it never makes one.
create function spelling_key(text) returns text
    language sql immutable strict parallel safe
    return left(upper(regexp_replace($1, '[^[:alnum:]]', '', 'g')), 200);

-- A list arrives in parts and is relied on only when its closing event says that it is whole.
create table price_list (
    cmas_number       text    not null,
    price_list_id     uuid    not null,
    supplement_number int     not null,
    effective_from    date,
    published_version bigint,
    complete          boolean not null default false,
    primary key (cmas_number, price_list_id),
    check (not complete or effective_from is not null)
);

create index price_list_in_force on price_list (cmas_number, effective_from desc, supplement_number desc, published_version desc)
    where effective_from is not null;

-- The text over which the publisher took its hash; gone once the list is found whole.
create table price_list_part (
    cmas_number   text not null,
    price_list_id uuid not null,
    part          int  not null check (part > 0),
    line_count    int  not null,
    hashed_text   text not null,
    primary key (cmas_number, price_list_id, part)
);

create table price_line (
    cmas_number     text    not null,
    price_list_id   uuid    not null,
    item_id         text    not null,
    description     text    not null,
    unit            text    not null,
    price           numeric not null check (price >= 0),
    base_price      numeric check (base_price >= 0),
    item_key        text    not null generated always as (spelling_key(item_id)) stored,
    description_key text    not null generated always as (spelling_key(description)) stored,
    primary key (cmas_number, price_list_id, item_id)
);

create index price_line_by_item on price_line (price_list_id, item_key);
create index price_line_by_description on price_line (price_list_id, description_key);
