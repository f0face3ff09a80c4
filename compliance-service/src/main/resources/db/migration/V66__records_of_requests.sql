-- Whom a request for offer asked and how each answered, as the order service tells it: a check of an order that names the request is judged
-- by it. Prices and words of an offer are its agency's own and are not kept here.
create table request_record (
    agency_id             uuid  not null,
    request_id            uuid  not null,
    asked                 jsonb not null default '[]',
    answers               jsonb not null default '[]',
    none_certified_reason text,
    primary key (agency_id, request_id)
);

alter table request_record enable row level security;
create policy request_record_tenant on request_record
    using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
