-- What filings of an agreement left over lessens the fee of its later reports. Of an agreement that ended no later report comes, so its
-- credit leaves it by two persons: to another agreement of its holder, or back to the holder (docs/adr/0075). In double entry and
-- append-only, and never more than there is.

create table credit_release (
    release_id uuid primary key,
    cmas_number text not null,
    contractor_id uuid not null,
    amount numeric not null check (amount > 0 and amount = round(amount, 2)),
    to_cmas_number text check (to_cmas_number <> cmas_number),
    reason text not null,
    proposed_by text not null,
    proposed_at timestamptz not null
);
create index credit_release_of on credit_release (cmas_number, release_id);
comment on column credit_release.to_cmas_number is 'the agreement whose fees it lessens from then on; null where it is paid back';

create table credit_release_approval (
    release_id uuid primary key references credit_release,
    contractor_id uuid not null,
    approved_by text not null,
    approved_at timestamptz not null
);

create table credit_entry (
    release_id uuid not null references credit_release_approval,
    line int not null check (line > 0),
    contractor_id uuid not null,
    cmas_number text,
    account text not null,
    amount numeric not null check (amount <> 0),
    posted_at timestamptz not null,
    primary key (release_id, line),
    check (account = case when cmas_number is null then 'cash' else 'credit:' || cmas_number end)
);
create index credit_entry_of on credit_entry (cmas_number, posted_at);
comment on column credit_entry.amount is 'dollars; a debit is positive, a credit negative: an agreement''s credit is owed to its holder, so a debit lessens it';

create trigger credit_release_append_only before update or delete or truncate on credit_release
    for each statement execute function refuse_change();
create trigger credit_release_approval_append_only before update or delete or truncate on credit_release_approval
    for each statement execute function refuse_change();
create trigger credit_entry_append_only before update or delete or truncate on credit_entry
    for each statement execute function refuse_change();

-- What is left of each agreement's credit, kept with every filing and release. The row is what two at once wait for.
create table agreement_credit (
    cmas_number text primary key,
    credit numeric not null check (credit >= 0),
    since timestamptz not null
) with (fillfactor = 50);
create index agreement_credit_left on agreement_credit (cmas_number) where credit > 0;
comment on column agreement_credit.credit is 'dollars that lessen the fee of reports filed later';
comment on column agreement_credit.since is 'since when there is any without a break';

create function add_to_agreement_credit(its_number text, added numeric, at timestamptz) returns void language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
    insert into agreement_credit values (its_number, 0, at) on conflict (cmas_number) do nothing;
    update agreement_credit t set credit = t.credit + added, since = case when t.credit = 0 then at else t.since end
    where t.cmas_number = its_number and t.credit + added >= 0;
    if not found then
        raise exception 'the agreement % has less credit', its_number using errcode = 'CM005';
    end if;
end $$;

create function filed_statement_moves_credit() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    perform add_to_agreement_credit(w.cmas_number, w.added, w.at)
    from (select cmas_number, sum(credit_added - credit_used) as added, max(filed_at) as at from written
        group by cmas_number having sum(credit_added - credit_used) <> 0 order by cmas_number) w;
    return null;
end $$;
create trigger filed_statement_moves_credit after insert on filed_statement
    referencing new table as written for each statement execute function filed_statement_moves_credit();

create function credit_entries_hold() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    wrong uuid;
begin
    select release_id into wrong from written group by release_id having sum(amount) <> 0 limit 1;
    if found then
        raise exception 'the entries of the release % do not balance', wrong using errcode = 'check_violation';
    end if;
    perform add_to_agreement_credit(w.cmas_number, w.added, w.at)
    from (select cmas_number, -sum(amount) as added, max(posted_at) as at from written
        where cmas_number is not null group by cmas_number order by cmas_number) w;
    return null;
end $$;
create trigger credit_entries_hold after insert on credit_entry
    referencing new table as written for each statement execute function credit_entries_hold();

create function refuse_release_by_one_person() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if exists (select from credit_release r where r.release_id = new.release_id and r.proposed_by = new.approved_by) then
        raise exception 'a credit is released by a second person' using errcode = 'CM004';
    end if;
    return new;
end $$;
create trigger credit_release_second_person before insert on credit_release_approval
    for each row execute function refuse_release_by_one_person();

-- At the end of the transaction, since an entry names an approval that is there already.
create function credit_release_is_entered() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
as $$
begin
    if (select count(*) from credit_entry e where e.release_id = new.release_id) <> 2
            or not exists (select from credit_release r
                join credit_entry e on (e.release_id, e.cmas_number, e.amount) = (r.release_id, r.cmas_number, r.amount)
                join credit_entry o on o.release_id = r.release_id and o.cmas_number is not distinct from r.to_cmas_number
                    and o.amount = -r.amount
                where r.release_id = new.release_id) then
        raise exception 'the release % is not entered as it was proposed', new.release_id using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger credit_release_is_entered after insert on credit_release_approval deferrable initially deferred
    for each row execute function credit_release_is_entered();

-- An instance of the release before may file meanwhile: what it files is counted by the trigger, what it filed before here.
lock table filed_statement in share row exclusive mode;
insert into agreement_credit (cmas_number, credit, since)
select cmas_number, sum(credit_added - credit_used), max(filed_at) filter (where credit_added > 0)
from filed_statement group by cmas_number having sum(credit_added - credit_used) <> 0;

alter table credit_release enable row level security;
create policy credit_release_tenant on credit_release using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table credit_release_approval enable row level security;
create policy credit_release_approval_tenant on credit_release_approval using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table credit_entry enable row level security;
create policy credit_entry_tenant on credit_entry using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
-- A credit is the agreement's: whoever holds it sees it.
alter table agreement_credit enable row level security;
create policy agreement_credit_tenant on agreement_credit using (
    (select tenant_sees_all())
    or (select tenant_contractor()) is not null
        and exists (select from agreement g
            where g.cmas_number = agreement_credit.cmas_number and g.contractor_id = (select tenant_contractor())));
