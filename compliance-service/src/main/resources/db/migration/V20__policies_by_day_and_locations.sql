-- An agency's own order limit counts from the day on which it was recorded, so each is kept. Of what was copied before, only the last is
-- known and not its day: it counts from the first day of the program's calendar.

create table agency_policy (
    agency_id          uuid   not null,
    version            bigint not null,
    recorded_on        date   not null,
    order_limit        numeric check (order_limit >= 0),
    order_limit_action text check (order_limit_action in ('WARN', 'BLOCK')),
    primary key (agency_id, version)
);

insert into agency_policy (agency_id, version, recorded_on, order_limit, order_limit_action)
select agency_id, version, date '1990-01-01', order_limit, order_limit_action from agency;

create trigger agency_policy_change_is_noted after insert or update or delete or truncate on agency_policy
    for each statement execute function note_copy_change();

-- Null until the contractor's next news: what was copied before does not say where it has locations.
alter table contractor add column locations jsonb;

-- The program knows no date before 1990, and no date takes an order out of the rules' reach: the figures read back to 1995 are read back
-- to that day.
insert into parameter (parameter_id, name, value, valid_from, source, confidence, proposed_by, proposed_at, activated_by, activated_at)
select gen_random_uuid(), name, value, date '1990-01-01', source, confidence,
       'reference figures', timestamptz '2026-11-28 00:00Z', 'second release', timestamptz '2026-11-28 00:00Z'
  from parameter
 where valid_from = date '1995-01-01' and proposed_by = 'reference figures' and activated_at is not null;
