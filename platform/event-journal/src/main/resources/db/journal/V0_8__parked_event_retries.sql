-- An event that fails is parked at once, tried again from there, and given up after some attempts; nobody waits for it meanwhile but
-- the later events of its key.

alter table parked_event
    -- Why, in one word; the error says it in many.
    add column cause           text not null default 'FAILING'
        check (cause in ('FAILING', 'UNREADABLE', 'UNKNOWN_VERSION', 'OUT_OF_STEP', 'WAITING')),
    -- Without its namespace, such as order.issued.v1; empty where the record names none.
    add column event_type      text not null default '',
    add column source          text,
    add column source_position bigint,
    add column retry_at        timestamptz,
    -- How often it is still tried by itself.
    add column retries_left    int  not null default 0,
    -- Who wanted the next attempt.
    add column retry_by        text;

update parked_event set
    event_type = regexp_replace(coalesce(headers::json ->> 'ce_type', ''), '^org\.opencmas\.', ''),
    source = headers::json ->> 'ce_source',
    source_position = case
        when headers::json ->> 'ce_position' ~ '^[0-9]{1,18}$' then (headers::json ->> 'ce_position')::bigint
    end,
    cause = case
        when attempts = 0 then 'WAITING'
        when error like '%UnknownVersion%' then 'UNKNOWN_VERSION'
        when error like '%UnreadableEvent%' then 'UNREADABLE'
        else 'FAILING'
    end;

-- RETRYING is tried again by itself; PARKED waits for somebody, or behind an earlier event of its key.
alter table parked_event drop constraint parked_event_state_check;
alter table parked_event add constraint parked_event_state_check check (state in ('RETRYING', 'PARKED', 'REPLAYED'));
alter table parked_event add constraint parked_event_retry_check check ((state = 'RETRYING') = (retry_at is not null));

drop index parked_event_waiting;
create index parked_event_waiting on parked_event (topic, record_key) where state <> 'REPLAYED';
create index parked_event_holding on parked_event (source, source_position) where state <> 'REPLAYED';
create index parked_event_to_retry on parked_event (retry_at) where state = 'RETRYING';
