-- Totals hold one row for each contractor or agency, so they are read by those who see all, whatever the query asks (docs/adr/0069); so
-- is what a proof of the ledger found, which names agreements, and which orders wait for their sales.
do $$
declare
    its_table text;
    its_function text;
begin
    foreach its_table in array array['fee_total', 'report_total', 'sale_total', 'open_fee_total', 'ledger_proof', 'sale_waiting'] loop
        execute format('alter table %I enable row level security', its_table);
        execute format('create policy %1$s_tenant on %1$I using ((select tenant_sees_all()))', its_table);
    end loop;
    -- The database keeps the totals itself, also in the transaction of a contractor that files: its triggers act as the owner of the
    -- tables, whom the policies do not bind, and find names nowhere but here.
    foreach its_function in array array['add_to_fee_total', 'count_report_obligation', 'add_to_sale_total', 'filed_statement_opens_fee',
        'allocation_closes_fee', 'settlement_closes_fee', 'posting_without_sale_waits', 'order_change_without_sale_waits'] loop
        execute format('alter function %I() security definer', its_function);
        execute format('alter function %I() set search_path = %I, pg_temp', its_function, current_schema());
    end loop;
end
$$;
