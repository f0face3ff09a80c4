-- The status of a CMAS is a timeline (docs/adr/0023). An event that carries it is kept with it; one of an older registry tells a status
-- and no day.
alter table agreement_snapshot
    add column status_timeline jsonb check (jsonb_typeof(status_timeline) = 'array' and status_timeline <> '[]'),
    add column status_since date;

comment on column agreement_snapshot.status_timeline is
    'every status and its first day, as told by the event; null when it told none';
comment on column agreement_snapshot.status_since is
    'where the event tells no timeline: the day from which its status is taken to count, which is that of the event in California';

-- The days of the events before were not kept. As until now, a status counts from the first day of the terms it came with; where those
-- begin later, from this day. The registry tells the timelines of these agreements again when it is upgraded.
update agreement_snapshot
   set status_since = least(effective_on, (now() at time zone 'America/Los_Angeles')::date);

alter table agreement_snapshot alter column status_since set not null;
