-- What was entered of an order is read whenever the order changes; without this index every entry there is was looked at.
create index sale_entry_order on sale_entry (order_id);
