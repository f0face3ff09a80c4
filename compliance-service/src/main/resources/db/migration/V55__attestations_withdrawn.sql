-- The word of a person on an order, taken back. The decision that went by it stays as it was, and shows what it would have been without; in
-- later versions of the order that word answers nothing any more.
create table attestation_withdrawal (
    agency_id           uuid        not null,
    withdrawal_id       uuid        not null,
    evaluation_id       uuid        not null,
    agency_order_number text        not null,
    rule                text        not null,
    attested_by         text        not null,
    attested_on         date        not null,
    statement           text        not null,
    reason              text        not null,
    withdrawn_on        date        not null check (withdrawn_on >= attested_on),
    withdrawn_by        text        not null,
    withdrawn_by_name   text        not null,
    recorded_at         timestamptz not null,
    decision_without    text        not null check (decision_without in ('ISSUE', 'RETURN')),
    stopped_by          text[]      not null,
    primary key (agency_id, withdrawal_id)
);

create unique index attestation_withdrawn_once on attestation_withdrawal
    (agency_id, agency_order_number, rule, attested_by, attested_on, md5(statement));

create function refuse_attestation_withdrawal_change() returns trigger language plpgsql as $$
begin
    raise exception 'that an attestation was withdrawn is never changed' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger attestation_withdrawal_is_kept before update or delete or truncate on attestation_withdrawal
    for each statement execute function refuse_attestation_withdrawal_change();

alter table attestation_withdrawal enable row level security;
create policy attestation_withdrawal_tenant on attestation_withdrawal
    using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
