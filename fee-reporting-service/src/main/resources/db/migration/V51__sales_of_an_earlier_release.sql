-- In a rolling upgrade an earlier release goes on posting after the migration, and enters no sales. What it writes is kept here, and the
-- job that enters the sales of old orders takes it up. Written under the lock of the ledger, so positions follow the commits.
create table sale_waiting (
    position bigint generated always as identity primary key,
    order_id uuid not null
);
comment on table sale_waiting is 'orders that were changed or posted without their sales in the same transaction; those up to sale_backfill.after_waiting are entered';
create trigger sale_waiting_append_only before update or delete or truncate on sale_waiting
    for each statement execute function refuse_change();

alter table sale_backfill add column after_waiting bigint not null default 0;
comment on column sale_backfill.after_waiting is 'the position in sale_waiting up to which sales are entered';

create function posting_without_sale_waits() returns trigger language plpgsql as $$
begin
    insert into sale_waiting (order_id)
    select distinct w.order_id from written w
    where not exists (select from sale_entry e
        where (e.cmas_number, e.order_id, e.event_id) = (w.cmas_number, w.order_id, w.event_id));
    return null;
end $$;
create trigger posting_without_sale_waits after insert on posting
    referencing new table as written for each statement execute function posting_without_sale_waits();

-- What a State department buys, and what cannot be posted yet, has no posting. An earlier release never says whether it is paid by
-- CAL-Card; of the changes that do not say so, those whose sales are there at the end of the transaction do not wait.
create function order_change_without_sale_waits() returns trigger language plpgsql as $$
begin
    insert into sale_waiting (order_id)
    select new.order_id
    where not exists (select from order_change_amount a join sale_entry e using (cmas_number, order_id)
        where a.order_id = new.order_id and e.event_id = new.event_id);
    return null;
end $$;
create constraint trigger order_change_without_sale_waits after insert on order_change deferrable initially deferred
    for each row when (new.cal_card is null) execute function order_change_without_sale_waits();

-- Where sales were kept already, an earlier release may have posted since without them. Only differences are entered.
update sale_backfill set ended = false, after_order_id = null where exists (select from order_change);
