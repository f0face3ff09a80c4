-- The names of those who signed in, by the identity provider's id: services write down the id of who did something, and a page shows the name.
create table console_person (
    subject text primary key,
    name text not null check (name <> ''),
    changed_at timestamptz not null
);

create index console_person_changed_at on console_person (changed_at);

grant select, insert, update on console_person to "${applicationRole}";
