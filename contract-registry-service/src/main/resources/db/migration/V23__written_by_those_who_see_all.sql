-- What the registry holds is public, so everybody reads it, signed in or not; rows that belong to a contractor are written only in a
-- transaction that sees all, which is the Department's and the service's own (docs/adr/0035).

alter table contractor enable row level security;
create policy contractor_is_public on contractor for select using (true);
create policy contractor_written on contractor using ((select tenant_sees_all()));

alter table contractor_certificate enable row level security;
create policy contractor_certificate_is_public on contractor_certificate for select using (true);
create policy contractor_certificate_written on contractor_certificate using ((select tenant_sees_all()));

alter table agreement enable row level security;
create policy agreement_is_public on agreement for select using (true);
create policy agreement_written on agreement using ((select tenant_sees_all()));
