-- The journal: every event of this service, for ever. It is the outbox, the change feed and the audit trail in one.

create table journal (
    -- Taken before commit, so it is no order of its own; but one aggregate's entries have it in the order of their versions,
    -- because the transaction of version n + 1 begins after that of version n has committed.
    entry_id          bigint generated always as identity primary key,
    event_id          uuid        not null unique,
    topic             text        not null,
    aggregate_id      text        not null,
    aggregate_version bigint      not null check (aggregate_version > 0),
    event_type        text        not null check (event_type ~ '^[a-z][a-z-]*(\.[a-z][a-z-]*)*\.v[1-9][0-9]*$'),
    occurred_at       timestamptz not null,
    actor             text        not null,
    on_behalf_of      text,
    request_id        text,
    trace_parent      text,
    -- text and not jsonb: the hash is taken over exactly these characters. The size is what a broker takes by default.
    payload           text        not null check (payload is json object) check (octet_length(payload) <= 900000),
    -- Given by the relay, once, in an order that never changes: 1, 2, 3 without a gap.
    position          bigint unique check (position > 0),
    hash              bytea check (octet_length(hash) = 32),
    check ((position is null) = (hash is null)),
    unique (topic, aggregate_id, aggregate_version)
) with (autovacuum_vacuum_scale_factor = 0.02);

-- The relay's work list.
create index journal_without_position on journal (entry_id) where position is null;

create function refuse_journal_change() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is never changed: % refused', lower(tg_op) using errcode = 'integrity_constraint_violation';
end
$$;

create trigger journal_keeps_its_entries before delete or truncate on journal
    for each statement execute function refuse_journal_change();

create trigger journal_keeps_what_was_written
    before update of entry_id, event_id, topic, aggregate_id, aggregate_version, event_type, occurred_at, actor, on_behalf_of,
        request_id, trace_parent, payload on journal
    for each statement execute function refuse_journal_change();

create trigger journal_keeps_its_order before update of position, hash on journal
    for each row when (old.position is not null or new.position is null)
    execute function refuse_journal_change();

-- The last position given, its hash, and the position up to which the broker has acknowledged everything.
create table journal_head (
    only_row  boolean primary key default true check (only_row),
    position  bigint not null check (position >= 0),
    hash      bytea  not null check (octet_length(hash) = 32),
    published bigint not null check (published between 0 and position)
);

insert into journal_head (position, hash, published) values (0, decode(repeat('00', 32), 'hex'), 0);

-- The events of other services that took effect here; what makes a redelivery harmless.
create table handled_event (
    event_id   uuid primary key,
    handled_at timestamptz not null
);

-- How far this service has followed each source: the asOf of its answers.
create table handled_source (
    source           text primary key,
    last_position    bigint      not null,
    last_occurred_at timestamptz not null
);

-- Events that could not be handled, and the later ones of the same key that wait behind them.
create table parked_event (
    parked_event_id bigint generated always as identity primary key,
    topic           text        not null,
    partition       int         not null,
    record_offset   bigint      not null,
    record_key      text        not null, -- empty where the record had none
    headers         text        not null,
    payload         bytea,
    error           text        not null,
    attempts        int         not null,
    parked_at       timestamptz not null,
    state           text        not null check (state in ('PARKED', 'REPLAYED')),
    replayed_at     timestamptz,
    replayed_by     text,
    check ((state = 'REPLAYED') = (replayed_at is not null)),
    unique (topic, partition, record_offset)
);

create index parked_event_waiting on parked_event (topic, record_key) where state = 'PARKED';
