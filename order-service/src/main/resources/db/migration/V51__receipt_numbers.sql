-- The agency's own number of a receipt, by which one that is sent again is known. Receipts from before have none.
alter table receipt add column receipt_number text;
alter table receipt add column number_key text generated always as (order_number_key(receipt_number)) stored;
create unique index receipt_by_number on receipt (agency_id, order_id, number_key) where receipt_number is not null;
