-- A rehearsal tells of every receipt that it cannot replay, begins when no decision is under way that was begun before it was asked for, and
-- keeps what it showed.
alter table rehearsal
    add column asked_in_database_at timestamptz not null default clock_timestamp(),
    add column decisions_found int check (decisions_found >= 0),
    add column showed text;

comment on column rehearsal.asked_in_database_at is 'by the clock of the database, to be compared with the beginnings of its transactions';
comment on column rehearsal.decisions_found is 'counted when none was under way any more; null before, and of those of earlier releases';
comment on column rehearsal.showed is 'the sums of a rehearsal that is done; null before, and of those of earlier releases, which are added up anew';

create trigger rehearsal_asking_is_not_edited before update of asked_in_database_at on rehearsal
    for each statement execute function refuse_rehearsal_change();
create trigger ended_rehearsal_is_not_edited before update on rehearsal
    for each row when (old.state <> 'WAITING') execute function refuse_rehearsal_change();

-- Receipts that could not be replayed, so that nothing is said of them.
create table rehearsal_unread (
    rehearsal_id        uuid not null references rehearsal,
    evaluation_id       uuid not null,
    agency_id           uuid not null,
    agency_order_number text not null,
    amendment_number    int  not null,
    reason              text not null check (reason in ('UNREADABLE', 'RULE_UNKNOWN', 'RULES_FAILED')),
    primary key (rehearsal_id, evaluation_id)
);

create trigger rehearsal_unread_is_kept before update or delete or truncate on rehearsal_unread
    for each statement execute function refuse_rehearsal_change();

alter table rehearsal_unread enable row level security;
create policy rehearsal_unread_tenant on rehearsal_unread using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
