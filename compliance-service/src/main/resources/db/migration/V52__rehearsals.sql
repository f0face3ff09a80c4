-- Rehearsals: a candidate rule set or figure, tried on every decision that was ever made, before it counts for any. Progress is noted with
-- each page, so that whoever goes on repeats nothing and leaves nothing out.
create table rehearsal (
    rehearsal_id     uuid        primary key,
    rule_set_version text        not null check (rule_set_version ~ '^[0-9a-f]{64}$'),
    parameter_id     uuid        references parameter,
    decisions        int         not null check (decisions >= 0),
    asked_by         text        not null,
    asked_by_name    text        not null,
    asked_at         timestamptz not null,
    state            text        not null check (state in ('WAITING', 'DONE', 'FAILED')),
    replayed         int         not null default 0 check (replayed >= 0),
    unreadable       int         not null default 0 check (unreadable between 0 and replayed),
    last_evaluation  uuid,
    starts           int         not null default 0,
    failure          text,
    ended_at         timestamptz,
    check ((state = 'WAITING') = (ended_at is null)),
    check ((state = 'FAILED') = (failure is not null))
);

create index rehearsal_open on rehearsal (asked_at) where state = 'WAITING';

create function refuse_rehearsal_change() returns trigger language plpgsql as $$
begin
    raise exception 'what was rehearsed, and what it showed, is never changed' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger rehearsal_is_kept before delete or truncate on rehearsal
    for each statement execute function refuse_rehearsal_change();
create trigger rehearsal_is_not_edited
    before update of rehearsal_id, rule_set_version, parameter_id, decisions, asked_by, asked_by_name, asked_at on rehearsal
    for each statement execute function refuse_rehearsal_change();

-- Decisions that would have been others.
create table rehearsal_flip (
    rehearsal_id        uuid    not null references rehearsal,
    evaluation_id       uuid    not null,
    agency_id           uuid    not null,
    agency_order_number text    not null,
    amendment_number    int     not null,
    decision_then       text    not null check (decision_then in ('ISSUE', 'RETURN')),
    decision_now        text    not null check (decision_now in ('ISSUE', 'RETURN') and decision_now <> decision_then),
    rules               text[]  not null,
    total               numeric not null,
    primary key (rehearsal_id, evaluation_id)
);

create trigger rehearsal_flip_is_kept before update or delete or truncate on rehearsal_flip
    for each statement execute function refuse_rehearsal_change();

alter table rehearsal_flip enable row level security;
create policy rehearsal_flip_tenant on rehearsal_flip using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
