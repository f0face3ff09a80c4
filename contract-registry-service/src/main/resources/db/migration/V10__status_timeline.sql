-- The status of an agreement is a timeline (docs/adr/0023). What is recorded are changes, each with the first day it counts for and the
-- instant it was recorded; the status of a day is read from them, and kept nowhere else.

-- Counts an agreement's changes in the order in which they were recorded; 0 is the status it was registered with. Thousands first, so
-- that what follows can be put between them.
alter table agreement_status_change add column change_number integer;

update agreement_status_change c set change_number = 1000 * recorded.place
  from (select cmas_number, id, row_number() over (partition by cmas_number order by recorded_at, id) as place
          from agreement_status_change) recorded
 where c.cmas_number = recorded.cmas_number and c.id = recorded.id;

-- A change could be entered for a day before the agreement's first; what it meant is the first day.
update agreement_status_change c
   set reason = c.reason || ' (entered for ' || c.effective_on || ', before the agreement''s first day)',
       effective_on = original.effective_on
  from agreement_supplement original
 where original.cmas_number = c.cmas_number and original.supplement_number = 0 and c.effective_on < original.effective_on;

-- The status of the registration is kept by its event only. The journal has them all; what follows that is for a database that was
-- filled in another way.
insert into agreement_status_change (id, cmas_number, status, effective_on, reason, recorded_at, recorded_by, change_number)
select gen_random_uuid(), a.cmas_number,
       coalesce(
           (select j.payload::jsonb ->> 'status' from journal j
             where j.topic = 'cmas.agreements' and j.aggregate_id = a.cmas_number
               and j.event_type = 'agreement.registered.v1'),
           (select case c.status when 'ACTIVE' then 'SUSPENDED' else 'ACTIVE' end from agreement_status_change c
             where c.cmas_number = a.cmas_number order by c.change_number limit 1),
           a.status),
       original.effective_on, 'registered', original.recorded_at, original.recorded_by, 0
  from agreement a
  join agreement_supplement original on original.cmas_number = a.cmas_number and original.supplement_number = 0;

-- Until now a change held for every day from its own on, also when one of a later day had been recorded before it. A timeline keeps that
-- later one, so the change is recorded for its day too. Nothing was ever recorded after a termination, which ends the timeline by itself.
insert into agreement_status_change (id, cmas_number, status, effective_on, reason, recorded_at, recorded_by, change_number)
select gen_random_uuid(), c.cmas_number, c.status, earlier.effective_on, c.reason || ' (in effect since ' || c.effective_on || ')',
       c.recorded_at, c.recorded_by,
       c.change_number + row_number() over (partition by c.cmas_number, c.id order by earlier.effective_on)
  from agreement_status_change c
 cross join lateral (
       select distinct e.effective_on from agreement_status_change e
        where e.cmas_number = c.cmas_number and e.change_number < c.change_number and e.effective_on > c.effective_on) earlier
 where c.status <> 'TERMINATED';

update agreement_status_change c set change_number = recorded.place
  from (select cmas_number, id, row_number() over (partition by cmas_number order by change_number) - 1 as place
          from agreement_status_change) recorded
 where c.cmas_number = recorded.cmas_number and c.id = recorded.id;

-- Those whose changes were told without their days; the service tells them again when it starts.
create table status_timeline_to_tell (
    cmas_number text primary key references agreement
);

insert into status_timeline_to_tell (cmas_number)
select distinct cmas_number from agreement_status_change where change_number > 0;

alter table agreement add column latest_status_change integer not null default 0;

update agreement a set latest_status_change =
    (select max(c.change_number) from agreement_status_change c where c.cmas_number = a.cmas_number);

alter table agreement_status_change
    alter column change_number set not null,
    add check (change_number >= 0),
    add unique (cmas_number, change_number);

alter table agreement alter column latest_status_change drop default;

-- Every agreement has a status from its first day on.
alter table agreement add foreign key (cmas_number, latest_status_change)
    references agreement_status_change (cmas_number, change_number) deferrable initially deferred;

alter table agreement drop column status;

create index agreement_status_change_of_a_day on agreement_status_change (cmas_number, effective_on, change_number);

comment on column agreement_status_change.effective_on is 'first day the status counts for, inclusive; possibly in the future';
comment on column agreement_status_change.change_number is
    'order of recording, the same as that of recorded_at; 0 is the status of the registration';

create function refuse_change_of_status_change() returns trigger language plpgsql as $$
begin
    raise exception 'a recorded change of status stays as it is: % refused', lower(tg_op)
        using errcode = 'integrity_constraint_violation';
end
$$;

create trigger status_change_stays before update or delete or truncate on agreement_status_change
    for each statement execute function refuse_change_of_status_change();

create function keep_status_timeline() returns trigger language plpgsql as $$
declare
    latest agreement_status_change;
begin
    select * into latest from agreement_status_change
     where cmas_number = new.cmas_number order by change_number desc limit 1;
    perform require(new.change_number = coalesce(latest.change_number + 1, 0), 'changes of status are numbered without a gap');
    perform require(coalesce(new.recorded_at >= latest.recorded_at, true), 'a change of status is recorded after the one before it');
    perform require(
        not exists (select from agreement_status_change first
                     where first.cmas_number = new.cmas_number and first.change_number = 0
                       and first.effective_on > new.effective_on),
        'no status changes before the agreement''s first day');
    perform require(
        not exists (select from agreement_status_change termination
                     where termination.cmas_number = new.cmas_number and termination.status = 'TERMINATED'
                       and termination.effective_on <= new.effective_on),
        'nothing follows a termination');
    return new;
end
$$;

create trigger status_timeline_is_kept before insert on agreement_status_change
    for each row execute function keep_status_timeline();

-- The status of a day by all that is recorded; before the first day, that of the first day. Not the one recorded last for the latest day
-- alone: a termination of an earlier day ends what had been recorded for later ones.
create function agreement_status_on(number text, day date) returns table (status text)
    language sql stable parallel safe rows 1 as $$
    select change.status from agreement_status_change change
     where change.cmas_number = number
       and change.effective_on <= greatest(day, (
           select registration.effective_on from agreement_status_change registration
            where registration.cmas_number = number and registration.change_number = 0))
     order by change.status = 'TERMINATED' desc, change.effective_on desc, change.change_number desc
     limit 1
$$;
