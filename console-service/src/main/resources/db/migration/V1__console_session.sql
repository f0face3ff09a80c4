-- Who is signed in. The name that the browser holds is not here, only its hash; the tokens are encrypted with a secret that the
-- database does not know.
create table console_session (
    name_hash bytea primary key check (length(name_hash) = 32),
    sign_in uuid not null,
    subject text not null,
    signed_in_at timestamptz not null,
    last_seen_at timestamptz not null,
    replaced_at timestamptz,
    tokens bytea not null
);

create index console_session_sign_in on console_session (sign_in);
create index console_session_subject on console_session (subject);

grant usage on schema public to "${applicationRole}";
grant select, insert, update, delete on console_session to "${applicationRole}";
