-- What an agency records of its dealings with the contractor about an order. Appended only.
create table order_dealing (
    dealing_id uuid primary key,
    order_id uuid not null,
    agency_id uuid not null,
    kind text not null check (kind in ('DISPATCH', 'CONTACT', 'NEGOTIATED_PROVISION')),
    happened_on date not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    part jsonb not null,
    foreign key (order_id, agency_id) references purchase_order (order_id, agency_id)
);
create trigger order_dealing_append_only before update or delete or truncate on order_dealing
    for each statement execute function refuse_change();
create index order_dealing_of_order on order_dealing (order_id, dealing_id);

alter table order_dealing enable row level security;
create policy order_dealing_tenant on order_dealing using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
-- The contractor that sees the order sees what was sent to it or agreed with it, and writes nothing.
create policy order_dealing_contractor on order_dealing for select using (
    (select tenant_contractor()) is not null
        and kind <> 'CONTACT'
        and exists (select from purchase_order o
            where o.order_id = order_dealing.order_id and o.contractor_id = (select tenant_contractor())));
