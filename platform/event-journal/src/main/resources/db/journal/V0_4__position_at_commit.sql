-- A position is given at the commit itself, so that what is committed can be sent without a further transaction (docs/adr/0012).

-- The order of the journal: 1, 2, 3 without a gap, in the order in which the transactions were committed.
create table journal_order (
    position bigint primary key check (position > 0),
    entry_id bigint not null unique,
    -- Covers this entry and all before it.
    hash     bytea  not null check (octet_length(hash) = 32)
);

insert into journal_order (position, entry_id, hash)
select position, entry_id, hash from journal where position is not null;

-- The position up to which the broker has acknowledged everything.
create table journal_published (
    only_row boolean primary key default true check (only_row),
    position bigint not null check (position >= 0)
);

insert into journal_published (position) select published from journal_head;

drop table journal_head;
drop trigger journal_keeps_its_order on journal;
drop trigger journal_keeps_what_was_written on journal;
drop trigger journal_keeps_its_entries on journal;
drop index journal_without_position;
alter table journal drop column position, drop column hash;

-- One component of the canonical form: the number of its bytes, a colon, and the bytes; a hyphen when it is absent.
create function chain_component(component text) returns text language sql immutable parallel safe
    return coalesce(octet_length(component) || ':' || component, '-');

-- An instant as ISO 8601 has it, with no more groups of three digits than it needs.
create function chain_instant(instant timestamptz) returns text language sql stable parallel safe
    return to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
        || case
            when extract(microseconds from instant)::bigint % 1000000 = 0 then ''
            when extract(microseconds from instant)::bigint % 1000 = 0 then to_char(instant, '.MS')
            else to_char(instant, '.US')
        end || 'Z';

-- Who gives a position keeps the lock until its commit can be seen, so a position that can be seen has all before it beside it.
-- The statement after the lock sees what the last holder committed, because each has a snapshot of its own; a transaction that
-- keeps one snapshot throughout (repeatable read) would give a position twice, and the key refuses that.
create function give_position(entry journal) returns void language plpgsql as $$
declare
    last journal_order;
    next bigint;
begin
    perform pg_advisory_xact_lock(0x636d6173206f7264); -- the letters "cmas ord"
    select * into last from journal_order order by position desc limit 1;
    next := coalesce(last.position, 0) + 1;
    insert into journal_order (position, entry_id, hash) values (
        next,
        entry.entry_id,
        sha256(coalesce(last.hash, decode(repeat('00', 32), 'hex')) || convert_to(
            chain_component(next::text)
                || chain_component(entry.event_id::text)
                || chain_component(entry.topic)
                || chain_component(entry.aggregate_id)
                || chain_component(entry.aggregate_version::text)
                || chain_component(entry.event_type)
                || chain_component(chain_instant(entry.occurred_at))
                || chain_component(entry.actor)
                || chain_component(entry.on_behalf_of)
                || chain_component(entry.request_id)
                || chain_component(entry.trace_parent)
                || chain_component(entry.payload),
            'UTF8')));
end
$$;

create function give_position() returns trigger language plpgsql as $$
begin
    perform give_position(new);
    return null;
end
$$;

-- What the relay had not numbered yet.
select give_position(journal)
from journal where not exists (select from journal_order where journal_order.entry_id = journal.entry_id) order by entry_id;

-- Deferred: the lock is taken when nothing is left to do but the commit, however long the transaction took.
create constraint trigger journal_entry_gets_its_position after insert on journal
    deferrable initially deferred for each row execute function give_position();

create trigger journal_is_never_changed before update or delete or truncate on journal
    for each statement execute function refuse_journal_change();

create trigger journal_order_is_never_changed before update or delete or truncate on journal_order
    for each statement execute function refuse_journal_change();
