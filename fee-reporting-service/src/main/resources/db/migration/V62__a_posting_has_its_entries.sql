-- A posting without its entries, or with entries that say another figure, was found by the proof of the ledger only; the database
-- refuses both. A posting of 0 dollars has no entries.

-- Whether the entries of those postings say what the postings say; looked up by the key of each posting.
create function entries_equal_posting(its_number text, its_id uuid) returns boolean language sql stable
set search_path = pg_catalog, public, pg_temp
as $$
    select (p.base, p.fee_due, p.fee_waived) = (
            select coalesce(sum(amount) filter (where account like 'sales:%'), 0),
                coalesce(sum(amount) filter (where account like 'fee-receivable:%'), 0),
                coalesce(sum(amount) filter (where account like 'fee-waived:%'), 0)
            from ledger_entry e where (e.cmas_number, e.posting_id) = (p.cmas_number, p.posting_id))
    from posting p where (p.cmas_number, p.posting_id) = (its_number, its_id)
$$;

-- Per statement, as the balance: the entries of a posting are always written together.
create or replace function entries_balance() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
    wrong uuid;
begin
    select posting_id into wrong from written group by posting_id, book having sum(amount) <> 0 limit 1;
    if found then
        raise exception 'the entries of posting % do not balance', wrong using errcode = 'check_violation';
    end if;
    select posting_id into wrong from (select distinct cmas_number, posting_id from written) w
    where not entries_equal_posting(cmas_number, posting_id) limit 1;
    if found then
        raise exception 'the entries of posting % say another figure than it does', wrong using errcode = 'check_violation';
    end if;
    return null;
end $$;

create function posting_is_entered() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if not entries_equal_posting(new.cmas_number, new.posting_id) then
        raise exception 'posting % has no entries', new.posting_id using errcode = 'check_violation';
    end if;
    return null;
end $$;

-- At the end of the transaction, since an entry names a posting that is there already.
create constraint trigger posting_is_entered after insert on posting deferrable initially deferred
    for each row when (new.base <> 0) execute function posting_is_entered();
