-- The list of contractors goes on after a name and an id as text; an index over the name alone left the rest to be sorted.
create index contractor_by_name_and_id on contractor (legal_name, (id::text));
drop index contractor_by_name;
