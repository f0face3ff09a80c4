-- A contractor sees of its order what was issued to it, and what was done since, whatever the query asks: an amendment that is drafted,
-- sent or returned is between its agency and the rule book (docs/adr/0069). It changes the order only by its answer.

drop policy purchase_order_tenant on purchase_order;
create policy purchase_order_tenant on purchase_order using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
create policy purchase_order_contractor on purchase_order for select using (
    contractor_id = (select tenant_contractor()) and version_in_force is not null);
create policy purchase_order_answer on purchase_order for update
    using (contractor_id = (select tenant_contractor()) and version_in_force is not null)
    with check (contractor_id = (select tenant_contractor()) and version_in_force is not null and state in ('ACCEPTED', 'REJECTED'));

drop policy order_version_tenant on order_version;
create policy order_version_tenant on order_version using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
create policy order_version_contractor on order_version for select using (
    (select tenant_contractor()) is not null
        and state in ('ISSUED', 'AMENDED', 'ACCEPTED', 'REJECTED', 'TERMINATED')
        and exists (select from purchase_order o
            where o.order_id = order_version.order_id and o.contractor_id = (select tenant_contractor())));
create policy order_version_answer on order_version for update
    using ((select tenant_contractor()) is not null
        and state in ('ISSUED', 'AMENDED')
        and exists (select from purchase_order o
            where o.order_id = order_version.order_id and o.contractor_id = (select tenant_contractor())))
    with check (state in ('ACCEPTED', 'REJECTED'));

drop policy order_act_tenant on order_act;
create policy order_act_tenant on order_act using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
create policy order_act_contractor on order_act for select using (
    (select tenant_contractor()) is not null
        and act in ('ISSUED', 'AMENDED', 'ACCEPTED', 'REJECTED', 'WORK_STOPPED', 'WORK_RESUMED', 'TERMINATED')
        and exists (select from purchase_order o
            where o.order_id = order_act.order_id and o.contractor_id = (select tenant_contractor())));
create policy order_act_answer on order_act for insert with check (
    act in ('ACCEPTED', 'REJECTED')
        and exists (select from purchase_order o
            where o.order_id = order_act.order_id and o.agency_id = order_act.agency_id
                and o.contractor_id = (select tenant_contractor())));

-- The agreements of versions that were issued are those that were numbered; what only an unissued amendment names is not seen.
drop policy order_agreement_tenant on order_agreement;
create policy order_agreement_tenant on order_agreement using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
create policy order_agreement_contractor on order_agreement for select using (
    (select tenant_contractor()) is not null
        and exists (select from purchase_order o
            where o.order_id = order_agreement.order_id and o.contractor_id = (select tenant_contractor())
                and order_agreement.cmas_number = any (o.sub_numbering)));

-- The balances are worked out with the amendment that waits for its decision; a contractor's own are read from the rows that it sees.
drop policy order_account_contractor on order_account;
