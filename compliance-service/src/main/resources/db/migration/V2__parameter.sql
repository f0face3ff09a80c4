-- The figures of the rules: dated, appended, never edited, in force once a second person has activated them.

create table parameter (
    parameter_id uuid        primary key,
    name         text        not null,
    value        numeric     not null,
    valid_from   date        not null,
    source       text        not null check (source <> ''),
    confidence   text        not null check (confidence in ('A', 'B', 'C', 'D', 'M', 'OWN')),
    proposed_by  text        not null,
    proposed_at  timestamptz not null,
    activated_by text,
    activated_at timestamptz,
    check ((activated_by is null) = (activated_at is null)),
    check (activated_by <> proposed_by)
);

create index parameter_in_force on parameter (name, valid_from desc, activated_at desc) where activated_at is not null;

create function refuse_parameter_change() returns trigger language plpgsql as $$
begin
    raise exception 'a figure is never changed: append a new one' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger parameter_is_kept before delete or truncate on parameter
    for each statement execute function refuse_parameter_change();

create trigger parameter_is_not_edited
    before update of parameter_id, name, value, valid_from, source, confidence, proposed_by, proposed_at on parameter
    for each row when (
        (old.parameter_id, old.name, old.value, old.valid_from, old.source, old.confidence, old.proposed_by, old.proposed_at)
        is distinct from
        (new.parameter_id, new.name, new.value, new.valid_from, new.source, new.confidence, new.proposed_by, new.proposed_at))
    execute function refuse_parameter_change();

create trigger parameter_is_activated_once before update of activated_by, activated_at on parameter
    for each row when (old.activated_at is not null and old.activated_at is distinct from new.activated_at)
    execute function refuse_parameter_change();

-- Reference figures. The guide of August 2019 is official; that its figures held before is inferred, since earlier editions were not
-- found, and is marked so.
insert into parameter (parameter_id, name, value, valid_from, source, confidence, proposed_by, proposed_at, activated_by, activated_at)
select gen_random_uuid(), name, value, valid_from, source, confidence,
       'reference figures', timestamptz '2019-08-01 00:00Z', 'first release', timestamptz '2019-08-01 00:00Z'
  from (values
    ('NSP_TIER_BORDER',  250000.00, date '2019-08-01', 'CMAS Local Government Agency Guide, August 2019, Section 10, page 20', 'A'),
    ('NSP_LOW_LIMIT',      5000.00, date '2019-08-01', 'CMAS Local Government Agency Guide, August 2019, Section 10, page 20', 'A'),
    ('NSP_HIGH_SHARE',        0.05, date '2019-08-01', 'CMAS Local Government Agency Guide, August 2019, Section 10, page 20', 'A'),
    ('NSP_HIGH_LIMIT',    25000.00, date '2019-08-01', 'CMAS Local Government Agency Guide, August 2019, Section 10, page 20', 'A'),
    ('NSP_TIER_BORDER',  250000.00, date '1995-01-01', 'read back from the guide of August 2019; earlier editions not found', 'D'),
    ('NSP_LOW_LIMIT',      5000.00, date '1995-01-01', 'read back from the guide of August 2019; earlier editions not found', 'D'),
    ('NSP_HIGH_SHARE',        0.05, date '1995-01-01', 'read back from the guide of August 2019; earlier editions not found', 'D'),
    ('NSP_HIGH_LIMIT',    25000.00, date '1995-01-01', 'read back from the guide of August 2019; earlier editions not found', 'D'),
    ('BACK_DATING_DAYS',        30, date '1995-01-01', 'a setting of this system: the guide gives no number of days', 'OWN')
  ) as figure (name, value, valid_from, source, confidence);
