-- What the registry tells of agreements, their documents and contractors (docs/adr/0064): for the company's name that has to stand on an
-- invoice, and for the file of an order. Each event is kept, so that an agreement is known as it stood on any day.
create table registry_agreement (
    cmas_number text not null,
    version bigint not null,
    effective_on date not null,
    supplement_number integer not null check (supplement_number >= 0),
    contractor_id uuid not null,
    contractor_name text not null,
    document jsonb not null,
    primary key (cmas_number, version)
);

-- The latest version of a document says whether it is still part of the agreement's copy.
create table registry_document (
    cmas_number text not null,
    document_id uuid not null,
    version bigint not null,
    withdrawn boolean not null,
    document jsonb not null,
    primary key (cmas_number, document_id, version)
);

create table registry_contractor (
    contractor_id uuid not null,
    version bigint not null,
    legal_name text not null,
    document jsonb not null,
    primary key (contractor_id, version)
);

create trigger registry_agreement_is_history before update or delete on registry_agreement for each row execute function refuse_change();
create trigger registry_document_is_history before update or delete on registry_document for each row execute function refuse_change();
create trigger registry_contractor_is_history before update or delete on registry_contractor for each row execute function refuse_change();

-- Agreements, and whose they are, are public; what follows the registry writes them.
do $$
declare
    its_table text;
begin
    foreach its_table in array array['registry_agreement', 'registry_document', 'registry_contractor'] loop
        execute format('alter table %I enable row level security', its_table);
        execute format('create policy %1$s_of_all on %1$I for select using ((select tenant_is_known()))', its_table);
        execute format('create policy %1$s_tenant on %1$I using ((select tenant_sees_all()))', its_table);
    end loop;
end
$$;
