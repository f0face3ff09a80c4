-- Cases of a contractor's legal name change: asked for with evidence, decided by a second person, complete once the agreements print the
-- new name.
create table name_change (
    id              uuid        primary key,
    version         bigint      not null check (version >= 1),
    contractor_id   uuid        not null references contractor,
    old_legal_name  text        not null,
    new_legal_name  text        not null check (length(new_legal_name) between 1 and 200),
    legal_change_on date        not null,
    evidence        jsonb       not null check (jsonb_typeof(evidence) = 'array' and jsonb_array_length(evidence) >= 1),
    requested_at    timestamptz not null,
    requested_by    text        not null,
    decision        text        check (decision in ('APPROVED', 'REFUSED')),
    decision_reason text,
    decided_at      timestamptz,
    decided_by      text,
    completed_at    timestamptz,
    check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)
        and (decision is null) = (decision_reason is null)),
    constraint decided_by_a_second_person check (decided_by <> requested_by),
    check (completed_at is null or decision = 'APPROVED')
);

comment on column name_change.legal_change_on is 'the day on which the name changed in law';

-- One case of a contractor at a time.
create unique index name_change_open on name_change (contractor_id)
    where decision is null or decision = 'APPROVED' and completed_at is null;
create index name_change_of_contractor on name_change (contractor_id, requested_at);

alter table name_change enable row level security;
create policy name_change_is_known on name_change for select using ((select tenant_is_known()));
create policy name_change_asked on name_change for insert with check (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
create policy name_change_decided on name_change for update using ((select tenant_sees_all()));
