-- Where a person went on in spite of a rule or a doubt that the agency may decide about: one row when it is decided, never changed.
create table override (
    override_id     uuid not null,
    agency_id       uuid not null,
    kind            text not null check (kind in ('BEST_VALUE_STEPS', 'CONFIRMED_DOUBT')),
    -- the requirement, or the kind of doubt
    rule            text not null check (rule <> ''),
    -- the request for offer or the order
    subject_id      uuid not null,
    reference       text not null,
    place           text,
    decided_at      timestamptz not null,
    decided_by      text not null check (decided_by <> ''),
    -- what let the person decide it; null for what was decided before roles were kept
    role            text check (role in ('agency-buyer', 'agency-approver')),
    reason          text not null check (reason <> ''),
    amount          numeric,
    http_request_id text,
    primary key (override_id, agency_id)
);
create index override_by_time on override (decided_at, override_id);
create index override_of_agency on override (agency_id, decided_at, override_id);
create trigger override_is_history before update or delete or truncate on override
    for each statement execute function refuse_change();

alter table override enable row level security;
create policy override_tenant on override using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));

-- What was decided before this table.
insert into override (override_id, agency_id, kind, rule, subject_id, reference, decided_at, decided_by, reason, amount, http_request_id)
select gen_random_uuid(), a.agency_id, 'BEST_VALUE_STEPS', 'BV-MIN-STEPS', a.request_id, r.reference, a.acted_at,
    a.details #>> '{stepsOverride,overriddenBy}', a.details #>> '{stepsOverride,reason}',
    (select (o.document #>> '{price,amount}')::numeric from offer o
        where o.agency_id = a.agency_id and o.offer_id = (a.details ->> 'offerId')::uuid),
    a.http_request_id
from request_for_offer_act a join request_for_offer r using (request_id, agency_id)
where a.act = 'DETERMINE' and a.details #>> '{stepsOverride,reason}' <> '' and a.details #>> '{stepsOverride,overriddenBy}' <> '';

insert into override (override_id, agency_id, kind, rule, subject_id, reference, place, decided_at, decided_by, reason, amount,
    http_request_id)
select gen_random_uuid(), a.agency_id, 'CONFIRMED_DOUBT', one ->> 'kind', a.order_id, o.agency_order_number, one ->> 'pointer',
    a.acted_at, a.acted_by, one ->> 'explanation', (v.document ->> 'total')::numeric, a.request_id
from order_act a
join purchase_order o using (order_id, agency_id)
join order_version v using (order_id, agency_id, document_version)
cross join lateral jsonb_array_elements(a.details -> 'confirmations') one
where a.act = 'DOUBTS_CONFIRMED' and one ->> 'kind' <> '' and one ->> 'explanation' <> '';

-- The auditor's view of attestations reads only the versions that have some, the latest first.
create index order_version_with_attestations on order_version (created_at, order_id, document_version)
    where (document -> 'attestations' -> 0) is not null;
