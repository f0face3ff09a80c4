-- Legal names that a contractor had before the one it has now, the oldest first: an invoice or an order may still carry one (Guide s6 p15).
-- Null until the contractor's next news: what was copied before does not say which it had.
alter table contractor add column former_names text[];
