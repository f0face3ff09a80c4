-- Requests for offer (docs/adr/0041): what an agency needs, whom it asked, what came back, and how it determined best value.
create table request_for_offer (
    request_id uuid not null,
    agency_id uuid not null,
    reference text not null check (reference <> ''),
    reference_key text not null generated always as (order_number_key(reference)) stored,
    state text not null check (state in ('DRAFT', 'SENT', 'CLOSED', 'CANCELLED')),
    version bigint not null check (version > 0),
    title text not null,
    content jsonb not null,
    none_certified_reason text,
    closed_at timestamptz,
    order_id uuid,
    primary key (request_id, agency_id),
    unique (agency_id, reference_key),
    constraint no_order_before_closing check (order_id is null or state = 'CLOSED'),
    constraint closed_with_its_moment check (state not in ('DRAFT', 'SENT') or closed_at is null)
) with (fillfactor = 85);
create index request_for_offer_of_agency on request_for_offer (agency_id, request_id);
create index request_for_offer_of_order on request_for_offer (order_id) where order_id is not null;

-- What contractors were sent stays as it was sent; a request that was given up or has its order does not come back.
create function keep_what_was_sent() returns trigger language plpgsql as $$
begin
    if new.request_id <> old.request_id or new.agency_id <> old.agency_id then
        raise exception 'a request for offer stays with its agency' using errcode = 'check_violation';
    end if;
    if old.state <> 'DRAFT' and (new.content <> old.content or new.reference <> old.reference or new.title <> old.title) then
        raise exception 'a request for offer that was sent stays as it was sent' using errcode = 'check_violation';
    end if;
    if old.state = 'CANCELLED' and new.state <> 'CANCELLED' or old.state <> 'DRAFT' and new.state = 'DRAFT'
        or old.order_id is not null and new.order_id is distinct from old.order_id then
        raise exception 'a request for offer does not go back' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger request_for_offer_keeps_what_was_sent before update on request_for_offer
    for each row execute function keep_what_was_sent();

-- One row per contractor, however many of its agreements are named: contractors are counted, not agreements (Guide s2 p7).
create table contractor_asked (
    request_id uuid not null,
    contractor_id uuid not null,
    agency_id uuid not null,
    act_number bigint not null,
    -- in the order in which they were told, over all acts
    asked_number integer not null check (asked_number > 0),
    asked_on date not null,
    document jsonb not null,
    primary key (request_id, contractor_id, agency_id)
);
create index contractor_asked_of_contractor on contractor_asked (contractor_id, request_id);

-- Everything that contractors answered, late and incomplete offers too, with the reason why they are not considered.
create table offer (
    offer_id uuid not null,
    request_id uuid not null,
    agency_id uuid not null,
    contractor_id uuid not null,
    act_number bigint not null,
    received_at timestamptz not null,
    standing text not null check (standing in ('RESPONSIVE', 'LATE', 'INCOMPLETE', 'DECLINED')),
    reason text,
    document jsonb not null,
    lines jsonb not null,
    primary key (offer_id, agency_id),
    foreign key (request_id, contractor_id, agency_id) references contractor_asked,
    constraint not_considered_with_its_reason check (standing = 'RESPONSIVE' or coalesce(reason, '') <> '')
);
create index offer_of_request on offer (request_id, act_number);

-- Every act on a request; of a step and of a determination the details are its document.
create table request_for_offer_act (
    request_id uuid not null,
    act_number bigint not null check (act_number > 0),
    agency_id uuid not null,
    act text not null,
    acted_at timestamptz not null,
    acted_by text not null,
    http_request_id text,
    details jsonb not null,
    primary key (request_id, act_number, agency_id)
);

-- Informal complaints, which the ordering agency handles itself (Guide s2 p8); an answer is a row that names what it answers. DGS sees
-- what the agency shares.
create table informal_complaint (
    entry_id uuid not null,
    agency_id uuid not null,
    request_id uuid not null,
    answers uuid,
    shared_with_dgs boolean not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    http_request_id text,
    document jsonb not null,
    primary key (entry_id, agency_id),
    foreign key (answers, agency_id) references informal_complaint
);
create index informal_complaint_of_request on informal_complaint (request_id, entry_id);

create trigger contractor_asked_is_history before update or delete on contractor_asked for each row execute function refuse_change();
create trigger offer_is_history before update or delete on offer for each row execute function refuse_change();
create trigger request_for_offer_act_is_history before update or delete on request_for_offer_act
    for each row execute function refuse_change();
create trigger informal_complaint_is_history before update or delete on informal_complaint for each row execute function refuse_change();

-- An agency sees its own; a contractor the requests in which it was asked, that it was asked, and its own offers.
alter table contractor_asked enable row level security;
create policy contractor_asked_tenant on contractor_asked using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
create policy contractor_asked_contractor on contractor_asked for select using (contractor_id = (select tenant_contractor()));

alter table request_for_offer enable row level security;
create policy request_for_offer_tenant on request_for_offer using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
create policy request_for_offer_contractor on request_for_offer for select using (
    (select tenant_contractor()) is not null and state <> 'DRAFT'
        and exists (select from contractor_asked a
            where a.request_id = request_for_offer.request_id and a.contractor_id = (select tenant_contractor())));

alter table offer enable row level security;
create policy offer_tenant on offer using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
create policy offer_contractor on offer for select using (contractor_id = (select tenant_contractor()));

alter table request_for_offer_act enable row level security;
create policy request_for_offer_act_tenant on request_for_offer_act using (
    (select tenant_sees_all()) or agency_id = (select tenant_agency()));

alter table informal_complaint enable row level security;
create policy informal_complaint_tenant on informal_complaint using (
    (select tenant_sees_all()) and shared_with_dgs or agency_id = (select tenant_agency()));
