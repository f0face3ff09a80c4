-- The end of the term and the day of a termination are two days. What was kept in term_end of a terminated agreement was mixed out of
-- both; the registry tells such agreements once more.
alter table agreement add column terminated_on date;
comment on column agreement.term_end is 'the last day of the term, inclusive, whether terminated before or not';
comment on column agreement.terminated_on is 'the first day on which nothing can be ordered any more; null when not terminated';
