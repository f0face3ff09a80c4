-- A contractor may reject an order: from that day on it counts for nothing until an amendment is issued in its place.
alter table order_change
    drop constraint order_change_cause_check,
    add constraint order_change_cause_check check (cause in ('ORIGINAL', 'AMENDMENT', 'REJECTION', 'TERMINATION'));
