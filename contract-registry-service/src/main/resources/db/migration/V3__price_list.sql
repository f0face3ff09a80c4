create table price_list (
    cmas_number       text        not null references agreement,
    id                uuid        not null unique,
    supplement_number integer     not null,
    effective_from    date        not null,
    line_count        integer     not null check (line_count >= 1),
    part_count        integer     not null check (part_count >= 1),
    sha256            text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    file_sha256       text        not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
    file_bytes        bigint      not null check (file_bytes >= 1),
    published_at      timestamptz not null,
    published_by      text        not null,
    primary key (cmas_number, id),
    unique (cmas_number, supplement_number),
    foreign key (cmas_number, supplement_number) references agreement_supplement
);

comment on column price_list.sha256 is 'over the lines as published, see price-list.published.v1';
comment on column price_list.file_sha256 is 'over the bytes of the imported file';

create index price_list_in_force on price_list (cmas_number, effective_from desc, supplement_number desc);

-- Written with COPY. No foreign key to price_list: both are written in one transaction by one class, and the check
-- would cost a fifth of the import's speed.
create table price_line (
    cmas_number     text           not null,
    price_list_id   uuid           not null,
    item_id         text           not null,
    description     text           not null,
    unit            text           not null,
    price           numeric(18, 6) not null check (price >= 0),
    base_price      numeric(18, 6) check (price <= base_price),
    sin             text,
    kind            text check (kind in ('GOODS', 'SOFTWARE', 'SERVICES')),
    labor_education text,
    labor_years     integer check (labor_years between 0 and 60),
    primary key (cmas_number, price_list_id, item_id)
);

create index price_line_words on price_line using gin (to_tsvector('english', description));
create index price_line_trigrams on price_line using gin (description gin_trgm_ops);
