-- What the rule book found on amendments that were only previewed, for the requests that wait for it. Appended only; nothing is decided by it.
create table preview_judgement (
    preview_id uuid not null,
    order_id uuid not null,
    agency_id uuid not null,
    judged_at timestamptz not null,
    judgement jsonb not null,
    primary key (preview_id, agency_id)
);
create trigger preview_judgement_append_only before update or delete or truncate on preview_judgement
    for each statement execute function refuse_change();

alter table preview_judgement enable row level security;
create policy preview_judgement_tenant on preview_judgement
    using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
