-- That an event was handled is known by a row for a week and by one bit from then on: the bit of its position in its source's journal
-- (docs/adr/0033). Rows from before this column stay, since their positions are not known.
alter table handled_event
    add column source   text,
    add column position bigint;

-- The positions of a source from block * 8192 on: bit n stands for position block * 8192 + n and is 1 where that event was handled here.
create table handled_position (
    source            text        not null,
    block             bigint      not null,
    handled           bit(8192)   not null,
    -- An event recorded later than this is another one, whatever its position says: its source lost what it had sent.
    latest_handled_at timestamptz not null,
    primary key (source, block)
);

-- Each step walks the rows in the order of their ids, which begin with a time, and begins anew at the end.
create table handled_event_walk (
    step     text primary key check (step in ('NOTE', 'FORGET')),
    after_id uuid not null
);
insert into handled_event_walk (step, after_id)
values ('NOTE', '00000000-0000-0000-0000-000000000000'), ('FORGET', '00000000-0000-0000-0000-000000000000');
