-- Exemption determinations of the Technology Letter and the reviewers' decisions on them: the question as it was asked, never changed.
-- Facts and determination are text and not jsonb: kept is what was written, to the character.

create table exemption_determination (
    agency_id        uuid        not null,
    determination_id uuid        not null unique,
    procured_on      date        not null,
    outcome          text        not null check (outcome in
        ('NOT_APPLICABLE', 'NO_EXEMPTION_NEEDED', 'EXEMPTION_REQUIRED', 'USE_MANDATORY_LPA', 'REFER_TO_PMO')),
    tree_version     int         not null check (tree_version > 0),
    facts            text        not null,
    determination    text        not null,
    asked_by         text        not null,
    asked_by_name    text        not null,
    asked_at         timestamptz not null,
    primary key (agency_id, determination_id)
);

create index exemption_determination_by_outcome on exemption_determination (outcome, determination_id);

create table exemption_decision (
    agency_id        uuid        not null,
    determination_id uuid        not null,
    decision         text        not null check (decision in ('APPROVED', 'DENIED')),
    reason           text        not null,
    decided_on       date        not null,
    decided_by       text        not null,
    decided_by_name  text        not null,
    recorded_at      timestamptz not null,
    primary key (agency_id, determination_id),
    foreign key (agency_id, determination_id) references exemption_determination
);

create function refuse_exemption_change() returns trigger language plpgsql as $$
begin
    raise exception 'a determination and its decision are never changed' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger exemption_determination_is_kept before update or delete or truncate on exemption_determination
    for each statement execute function refuse_exemption_change();
create trigger exemption_decision_is_kept before update or delete or truncate on exemption_decision
    for each statement execute function refuse_exemption_change();

-- Only a required exemption is decided on, and never by the one who asked.
create function check_exemption_decision() returns trigger language plpgsql as $$
begin
    if not exists (
        select from exemption_determination asked
         where asked.agency_id = new.agency_id and asked.determination_id = new.determination_id
           and asked.outcome = 'EXEMPTION_REQUIRED' and asked.asked_by <> new.decided_by) then
        raise exception 'only a required exemption is decided on, by another person than asked' using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger exemption_decision_is_a_second_persons before insert on exemption_decision
    for each row execute function check_exemption_decision();

alter table exemption_determination enable row level security;
create policy exemption_determination_tenant on exemption_determination
    using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));

alter table exemption_decision enable row level security;
create policy exemption_decision_tenant on exemption_decision
    using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
