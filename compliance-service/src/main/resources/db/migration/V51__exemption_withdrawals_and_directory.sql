-- An attestation that its person takes back. The determination and a decision on it stay as they were; they are shown as marked.
create table exemption_withdrawal (
    agency_id         uuid        not null,
    determination_id  uuid        not null,
    point             text        not null check (point in ('MEETS_BUSINESS_NEED', 'COST_EFFECTIVE', 'INCREASES_STATE_EFFICIENCY')),
    reason            text        not null,
    withdrawn_on      date        not null,
    withdrawn_by      text        not null,
    withdrawn_by_name text        not null,
    recorded_at       timestamptz not null,
    primary key (agency_id, determination_id, point),
    foreign key (agency_id, determination_id) references exemption_determination
);

create trigger exemption_withdrawal_is_kept before update or delete or truncate on exemption_withdrawal
    for each statement execute function refuse_exemption_change();

alter table exemption_withdrawal enable row level security;
create policy exemption_withdrawal_tenant on exemption_withdrawal
    using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));

-- To whom a department's questions on the Technology Letter go. The Letter names a list on a web site; what it holds is recorded here by
-- hand, with the day from which it counts. A later record takes the place of an earlier one.
create table pmo_assignment (
    assignment_id    uuid        primary key,
    agency_id        uuid        not null,
    role             text        not null check (role in ('PRINCIPAL', 'MANAGER')),
    person           text        not null,
    contact          text        not null,
    valid_from       date        not null,
    source           text        not null,
    recorded_by      text        not null,
    recorded_by_name text        not null,
    recorded_at      timestamptz not null
);

create index pmo_assignment_of_agency on pmo_assignment (agency_id, role, valid_from desc, recorded_at desc);

create function refuse_pmo_assignment_change() returns trigger language plpgsql as $$
begin
    raise exception 'an assignment is never changed: record the next one' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger pmo_assignment_is_kept before update or delete or truncate on pmo_assignment
    for each statement execute function refuse_pmo_assignment_change();

alter table pmo_assignment enable row level security;
create policy pmo_assignment_tenant on pmo_assignment
    using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
