-- Where the agency keeps what belongs to an order's file and is not in the suite (DOC-FILE). The latest row of an item counts.
create table order_file_item (
    order_id uuid not null,
    act_number bigint not null,
    agency_id uuid not null,
    item_key text not null,
    document jsonb not null,
    primary key (order_id, act_number, agency_id)
);
create trigger order_file_item_is_history before update or delete on order_file_item for each row execute function refuse_change();
alter table order_file_item enable row level security;
create policy order_file_item_tenant on order_file_item using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
