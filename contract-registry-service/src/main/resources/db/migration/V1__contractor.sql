create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Names are compared without case and accents. unaccent() is only stable because its dictionary could be changed;
-- naming the dictionary makes the promise that it is not.
create function plain_text(original text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, original));

create function plain_lines(originals text[]) returns text
    language sql immutable strict parallel safe
    return public.plain_text(array_to_string(originals, chr(10)));

create table contractor (
    id           uuid        primary key,
    version      bigint      not null check (version >= 1),
    legal_name   text        not null check (length(legal_name) between 1 and 200),
    former_names text[]      not null,
    locations    jsonb       not null check (jsonb_typeof(locations) = 'array'),
    recorded_at  timestamptz not null,
    search_text  text        generated always as (plain_lines(array_prepend(legal_name, former_names))) stored
);

create index contractor_search_text on contractor using gin (search_text gin_trgm_ops);

create table contractor_certificate (
    contractor_id uuid not null references contractor,
    type          text not null check (type in ('SB', 'MB', 'DVBE', 'NP')),
    number        text not null check (length(number) between 1 and 30),
    valid_from    date not null,
    valid_through date not null,
    source        text not null check (length(source) between 1 and 100),
    checked_on    date not null,
    primary key (contractor_id, type, number, valid_from),
    check (valid_from <= valid_through)
);

comment on column contractor_certificate.valid_through is 'last day of validity, inclusive';

create index contractor_by_name on contractor (legal_name);
