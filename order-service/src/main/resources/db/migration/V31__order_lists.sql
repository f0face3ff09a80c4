-- What is asked for across all agencies: orders in a state, of a day, with a number; newest first, as the list shows them.
-- A state is part of an index although it changes: the few orders that wait or were returned are looked for among millions.
create index purchase_order_of_state on purchase_order (state, order_id);
create index purchase_order_of_day on purchase_order (order_date, order_id);
create index purchase_order_of_number on purchase_order (number_key, order_id);
