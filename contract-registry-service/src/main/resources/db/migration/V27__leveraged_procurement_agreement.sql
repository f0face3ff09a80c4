-- Leveraged procurement agreements beside CMAS: what they cover, for whom they are mandatory and when, and what their User Instructions
-- ask. Each version is whole and has the first day it counts for; versions are added, never changed.
create table leveraged_procurement_agreement (
    id          uuid        primary key,
    version     bigint      not null check (version >= 1),
    number      text        not null check (length(number) between 1 and 60),
    number_key  text        not null unique,
    recorded_at timestamptz not null
);

comment on column leveraged_procurement_agreement.number_key is 'the number as it is compared: letter case and repeated blanks do not count';

create table lpa_version (
    lpa_id       uuid        not null references leveraged_procurement_agreement,
    version      bigint      not null check (version >= 1),
    effective_on date        not null,
    terms        jsonb       not null check (jsonb_typeof(terms) = 'object'),
    words        text        not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    primary key (lpa_id, version)
);

comment on column lpa_version.effective_on is 'first day it counts for; of two for one day the higher version counts';
comment on column lpa_version.words is 'what it is found by: number, title, scope and covered goods and services';

create index lpa_version_in_force on lpa_version (lpa_id, effective_on desc, version desc);

create function refuse_lpa_version_change() returns trigger language plpgsql as $$
begin
    raise exception 'lpa_version is appended only: % refused', lower(tg_op) using errcode = 'integrity_constraint_violation';
end $$;
create trigger lpa_version_stays before update or delete on lpa_version
    for each row execute function refuse_lpa_version_change();
