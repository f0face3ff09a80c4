create table agreement (
    cmas_number       text        primary key check (cmas_number ~ '^[34]-[0-9]{2}-[0-9]{2}-[0-9]{3,4}[A-Z]?$'),
    raw_number        text        not null,
    kind              text        not null check (kind in ('IT', 'NON_IT')),
    contractor_id     uuid        not null references contractor,
    status            text        not null check (status in ('ACTIVE', 'SUSPENDED', 'TERMINATED')),
    latest_supplement integer     not null check (latest_supplement >= 0),
    version           bigint      not null check (version >= 1),
    recorded_at       timestamptz not null
);

comment on column agreement.version is 'counts the agreement''s events, price list parts included; the entity tag';

create index agreement_contractor on agreement (contractor_id);
create index agreement_number_trigrams on agreement using gin (cmas_number gin_trgm_ops);

-- One row is the whole agreement as the original (0) or a supplement leaves it; rows are added, never changed.
create table agreement_supplement (
    cmas_number             text        not null references agreement,
    supplement_number       integer     not null check (supplement_number >= 0),
    effective_on            date        not null,
    recorded_at             timestamptz not null,
    recorded_by             text        not null,
    change_note             text,
    contractor_name         text        not null,
    term_start              date        not null,
    term_end                date        not null,
    for_use_by              text        not null check (for_use_by in ('STATE_ONLY', 'STATE_AND_LOCAL', 'UNKNOWN')),
    nsp_provision           boolean     not null,
    accepts_cal_card        boolean,
    travel_allowed          boolean,
    state_order_limit       numeric(18, 2) check (state_order_limit > 0),
    product_codes           text[]      not null check (cardinality(product_codes) <= 12),
    categories              text[]      not null,
    listed_certifications   jsonb       not null check (jsonb_typeof(listed_certifications) = 'array'),
    base_number             text,
    base_type               text check (base_type in ('GSA', 'NON_GSA')),
    base_holder             text,
    base_awarding_body      text,
    base_term_start         date,
    base_term_end           date,
    primary key (cmas_number, supplement_number),
    check (term_start <= term_end),
    check (base_term_start <= base_term_end),
    check ((base_number is null) = (base_type is null) and (base_number is null) = (base_holder is null)),
    check (base_type <> 'NON_GSA' or base_awarding_body is not null)
);

comment on column agreement_supplement.term_end is 'last day orders can be issued, inclusive';

create index agreement_supplement_in_force on agreement_supplement (cmas_number, effective_on, supplement_number);

create table agreement_status_change (
    id           uuid        not null,
    cmas_number  text        not null references agreement,
    status       text        not null check (status in ('ACTIVE', 'SUSPENDED', 'TERMINATED')),
    effective_on date        not null,
    reason       text        not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    primary key (cmas_number, id)
);

-- Product and service codes are descriptors for finding agreements; their titles are words to find them by.
create table product_code (
    code        text        primary key check (length(code) between 1 and 40),
    title       text        not null check (length(title) between 1 and 200),
    version     bigint      not null check (version >= 1),
    recorded_at timestamptz not null
);
