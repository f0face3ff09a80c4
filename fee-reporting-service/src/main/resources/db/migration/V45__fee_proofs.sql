-- The proof of a filed report's fee, with the facts as they were known when it was filed. Reports filed before have none.
create table fee_proof (
    cmas_number text not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    contractor_id uuid not null,
    document text not null,
    primary key (cmas_number, quarter)
);
comment on column fee_proof.document is 'the JSON that is answered for it, to the byte';
create trigger fee_proof_append_only before update or delete or truncate on fee_proof
    for each statement execute function refuse_change();
alter table fee_proof enable row level security;
create policy fee_proof_tenant on fee_proof using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
