-- Issued orders with a consulting part, by contractor: what the ban on follow-on orders asks after (Guide s9 p19). No time ends it.
-- Another agency learns of such an order only that there is one, and when; its number stays with its own agency.

create table consulting_order (
    agency_id           uuid not null,
    order_id            uuid not null,
    contractor_id       uuid not null,
    agency_order_number text not null,
    ordered_on          date not null,
    primary key (agency_id, order_id)
);

create index consulting_order_by_contractor on consulting_order (contractor_id, ordered_on desc);

alter table consulting_order enable row level security;
create policy consulting_order_tenant on consulting_order
    using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));

create function refuse_consulting_order_change() returns trigger language plpgsql as $$
begin
    raise exception 'that an order had a consulting part is never changed' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger consulting_order_is_kept before update or delete or truncate on consulting_order
    for each statement execute function refuse_consulting_order_change();

-- Figures of the rules on public works and leases. The age of a license check and the wage exemption are settings of this system: the guide
-- names neither. 0.00 leaves the exemption off.
insert into parameter (parameter_id, name, value, valid_from, source, confidence, proposed_by, proposed_at, activated_by, activated_at)
select gen_random_uuid(), name, value, valid_from, source, confidence,
       'reference figures', timestamptz '2026-11-28 00:00Z', 'third release', timestamptz '2026-11-28 00:00Z'
  from (values
    ('LEASE_RESIDUAL_LIMIT',  1.00, date '2019-08-01', 'CMAS Local Government Agency Guide, August 2019, Section 8, page 17', 'A'),
    ('LEASE_RESIDUAL_LIMIT',  1.00, date '1990-01-01', 'read back from the guide of August 2019; earlier editions not found', 'D'),
    ('PW_LICENSE_CHECK_DAYS',   30, date '1990-01-01', 'setting of this system; the guide names no age', 'OWN'),
    ('PW_WAGE_EXEMPT_UP_TO',  0.00, date '1990-01-01', 'setting of this system; the guide names no exemption', 'OWN')
  ) as figure (name, value, valid_from, source, confidence);
