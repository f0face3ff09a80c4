-- The application sees and writes rows of the tenant of its transaction only (docs/adr/0035); the owner of the tables, who migrates
-- them, all.

alter table posting enable row level security;
create policy posting_tenant on posting using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));

alter table ledger_entry enable row level security;
create policy ledger_entry_tenant on ledger_entry using (
    (select tenant_sees_all())
    or (select tenant_contractor()) is not null
        and exists (select from posting p
            where (p.cmas_number, p.posting_id) = (ledger_entry.cmas_number, ledger_entry.posting_id)
                and p.contractor_id = (select tenant_contractor())));

alter table report_obligation enable row level security;
create policy report_obligation_tenant on report_obligation using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));

alter table filed_statement enable row level security;
create policy filed_statement_tenant on filed_statement using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));

alter table pending_fee enable row level security;
-- What is not worked out yet concerns who is noted with it, and who holds the agreement now.
create policy pending_fee_tenant on pending_fee using (
    (select tenant_sees_all())
    or contractor_id = (select tenant_contractor())
    or (select tenant_contractor()) is not null
        and exists (select from agreement g
            where g.cmas_number = pending_fee.cmas_number and g.contractor_id = (select tenant_contractor())));

alter table order_change enable row level security;
create policy order_change_tenant on order_change using (
    (select tenant_sees_all()) or agency_id = (select tenant_agency()) or contractor_id = (select tenant_contractor()));

alter table order_change_amount enable row level security;
create policy order_change_amount_tenant on order_change_amount using ((select tenant_sees_all()));

-- Copies of directories: of agencies for who is known, of what the registry shows for everybody; only their events write them.
alter table agency enable row level security;
create policy agency_directory on agency for select using ((select tenant_is_known()));
create policy agency_written on agency using ((select tenant_sees_all()));

alter table contractor enable row level security;
create policy contractor_is_public on contractor for select using (true);
create policy contractor_written on contractor using ((select tenant_sees_all()));

alter table contractor_certificate enable row level security;
create policy contractor_certificate_is_public on contractor_certificate for select using (true);
create policy contractor_certificate_written on contractor_certificate using ((select tenant_sees_all()));

alter table agreement enable row level security;
create policy agreement_is_public on agreement for select using (true);
create policy agreement_written on agreement using ((select tenant_sees_all()));
