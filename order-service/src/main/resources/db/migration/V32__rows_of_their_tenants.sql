-- The application sees and writes rows of the tenant of its transaction only (docs/adr/0035); the owner of the tables, who migrates
-- them, all.

alter table agency enable row level security;
-- Who is known may look up any agency, as the directory does; an agency changes itself only.
create policy agency_directory on agency for select using ((select tenant_is_known()));
create policy agency_tenant on agency using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));

alter table purchase_order enable row level security;
-- A contractor sees what was issued to it.
create policy purchase_order_tenant on purchase_order using (
    (select tenant_sees_all())
    or agency_id = (select tenant_agency())
    or contractor_id = (select tenant_contractor()) and version_in_force is not null);

-- What belongs to an order is seen by its agency, and by the contractor that sees the order.
alter table order_version enable row level security;
create policy order_version_tenant on order_version using (
    (select tenant_sees_all())
    or agency_id = (select tenant_agency())
    or (select tenant_contractor()) is not null
        and exists (select from purchase_order o
            where o.order_id = order_version.order_id and o.contractor_id = (select tenant_contractor())));

alter table order_agreement enable row level security;
create policy order_agreement_tenant on order_agreement using (
    (select tenant_sees_all())
    or agency_id = (select tenant_agency())
    or (select tenant_contractor()) is not null
        and exists (select from purchase_order o
            where o.order_id = order_agreement.order_id and o.contractor_id = (select tenant_contractor())));

alter table order_act enable row level security;
create policy order_act_tenant on order_act using (
    (select tenant_sees_all())
    or agency_id = (select tenant_agency())
    or (select tenant_contractor()) is not null
        and exists (select from purchase_order o
            where o.order_id = order_act.order_id and o.contractor_id = (select tenant_contractor())));
