-- An entry has one name, the id of its event, and no number of its own beside its position (docs/adr/0020).

create temporary table positions_given on commit drop as
    -- What stands before position 1 is no event.
    select position, coalesce(event_id, '00000000-0000-0000-0000-000000000000') as event_id, hash
    from journal_order left join journal using (entry_id);

-- Made anew, because an index that is built over the one row of an empty journal tells the planner that one row is all there is.
drop table journal_order;
create table journal_order (
    position bigint primary key,
    event_id uuid   not null unique,
    -- Covers this entry and all before it.
    hash     bytea  not null
);
insert into journal_order (position, event_id, hash) select position, event_id, hash from positions_given order by position;
create trigger journal_order_is_never_changed before update or delete or truncate on journal_order
    for each statement execute function refuse_journal_change();

alter table journal drop column entry_id;
alter table journal drop constraint journal_event_id_key;
alter table journal add primary key (event_id);

create or replace function give_position() returns trigger language plpgsql as $$
begin
    -- As a condition, because an expression costs a tenth of a query; it is never null. The letters "cmas ord".
    if pg_advisory_xact_lock(0x636d6173206f7264) is not null then
        insert into journal_order (position, event_id, hash)
        select position + 1, new.event_id, chain_link(hash, position + 1, new.digest)
        from journal_order order by position desc limit 1;
    end if;
    return null;
end
$$;
