-- The parts of a complete copy of an agreement. Bytes are known by their SHA-256 and kept once, in pieces that are read one at a time.
create table document_content (
    sha256     text        primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    content_id uuid        not null unique,
    media_type text        not null,
    byte_count bigint      not null check (byte_count between 1 and 20971520),
    stored_at  timestamptz not null
);

comment on column document_content.media_type is 'as its first bytes tell, whatever the sender called it';

create table document_piece (
    content_id uuid    not null,
    piece      integer not null check (piece >= 0),
    bytes      bytea   not null check (octet_length(bytes) between 1 and 262144),
    primary key (content_id, piece)
);
-- What is stored is compressed already.
alter table document_piece alter column bytes set storage external;

create table agreement_document (
    id                uuid        primary key,
    cmas_number       text        not null references agreement,
    part              text        not null
        check (part in ('COVER_PAGES', 'TERMS_AND_CONDITIONS', 'BASE_CONTRACT_TERMS', 'LISTING_AND_PRICES', 'SUPPLEMENTS')),
    supplement_number integer     not null,
    title             text        not null check (length(title) between 1 and 200),
    sha256            text        references document_content,
    link              text        check (length(link) <= 2000),
    retrieved_on      date,
    recorded_at       timestamptz not null,
    recorded_by       text        not null,
    foreign key (cmas_number, supplement_number) references agreement_supplement,
    check (part <> 'SUPPLEMENTS' or supplement_number >= 1),
    check ((sha256 is null) = (link is not null) and (link is null) = (retrieved_on is null))
);

comment on table agreement_document is 'one document of an agreement: held (sha256) or referenced (link and the day it was there)';
comment on column agreement_document.supplement_number is 'the supplement it came with; 0 is the original';

create unique index agreement_document_held_once on agreement_document (cmas_number, part, supplement_number, sha256);
create unique index agreement_document_referenced_once on agreement_document (cmas_number, part, supplement_number, link, retrieved_on);

-- Which version of an agreement's copy a buyer got, and when.
create table copy_obtained (
    id                uuid        primary key,
    cmas_number       text        not null references agreement,
    agency_id         uuid        not null,
    supplement_number integer     not null,
    manifest_sha256   text        not null check (manifest_sha256 ~ '^[0-9a-f]{64}$'),
    missing_parts     text[]      not null,
    obtained_at       timestamptz not null,
    obtained_by       text        not null
);

create index copy_obtained_of_agreement on copy_obtained (cmas_number, agency_id, obtained_at);

alter table copy_obtained enable row level security;
create policy copy_obtained_tenant on copy_obtained using (
    (select tenant_sees_all()) or agency_id = (select tenant_agency()));

create function refuse_document_change() returns trigger language plpgsql as $$
begin
    raise exception '% is appended only: % refused', tg_table_name, lower(tg_op) using errcode = 'integrity_constraint_violation';
end $$;
create trigger document_content_stays before update or delete on document_content
    for each row execute function refuse_document_change();
create trigger document_piece_stays before update or delete on document_piece
    for each row execute function refuse_document_change();
create trigger agreement_document_stays before update or delete on agreement_document
    for each row execute function refuse_document_change();
create trigger copy_obtained_stays before update or delete on copy_obtained
    for each row execute function refuse_document_change();
