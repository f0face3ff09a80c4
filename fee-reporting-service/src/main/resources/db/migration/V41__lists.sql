-- Reports that are still expected, in the order of the list: open, due and overdue ones are few among those of all years.
create index report_obligation_unfiled on report_obligation (quarter, cmas_number) where filed_at is null;
-- A contractor's own postings, in the order of the list.
create index posting_contractor on posting (contractor_id, cmas_number, posting_id);
