-- Tells whether what was read of the copies and the figures is still what the database holds: the version is another one as soon as a
-- change of any of them is committed, whoever made it. Random, so that a version which somebody saw in a transaction that was rolled
-- back, or in a database that was restored, is never given to anything else.

create table copy_state (
    only_row boolean primary key default true check (only_row),
    version  uuid    not null
);

insert into copy_state (version) values (gen_random_uuid());

-- Writers wait for each other here until they commit, so that each version stands for one state of all the tables.
create function note_copy_change() returns trigger language plpgsql as $$
begin
    update copy_state set version = gen_random_uuid();
    return null;
end
$$;

create trigger agency_change_is_noted after insert or update or delete or truncate on agency
    for each statement execute function note_copy_change();

create trigger contractor_change_is_noted after insert or update or delete or truncate on contractor
    for each statement execute function note_copy_change();

create trigger agreement_change_is_noted after insert or update or delete or truncate on agreement_snapshot
    for each statement execute function note_copy_change();

create trigger parameter_change_is_noted after insert or update or delete or truncate on parameter
    for each statement execute function note_copy_change();
