-- The application sees and writes rows of the tenant of its transaction only (docs/adr/0035); the owner of the tables, who migrates
-- them, all.

alter table evaluation enable row level security;
create policy evaluation_tenant on evaluation using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));

alter table agency enable row level security;
create policy agency_tenant on agency using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));

alter table agency_policy enable row level security;
create policy agency_policy_tenant on agency_policy using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));

-- Copies of what the registry shows to everybody; only its events write them.
alter table contractor enable row level security;
create policy contractor_is_public on contractor for select using (true);
create policy contractor_written on contractor using ((select tenant_sees_all()));

alter table agreement_snapshot enable row level security;
create policy agreement_snapshot_is_public on agreement_snapshot for select using (true);
create policy agreement_snapshot_written on agreement_snapshot using ((select tenant_sees_all()));
