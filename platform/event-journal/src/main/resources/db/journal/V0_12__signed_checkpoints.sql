-- What this service says of its own journal, signed, so that a reader who was not there can hold it to its word (docs/adr/0050).

-- The public keys, each from the first checkpoint that it signed. A key that signs no more stays, for what it signed.
create table journal_key (
    -- RFC 7638: SHA-256 of the key's canonical JSON, base64url.
    key_id       text        primary key check (key_id ~ '^[A-Za-z0-9_-]{43}$'),
    -- RSA, as a JSON Web Key writes it: unsigned, the highest byte first, base64url.
    modulus      text        not null,
    exponent     text        not null,
    published_at timestamptz not null
);

create table journal_checkpoint (
    -- The last entry that it covers.
    position  bigint      primary key check (position > 0),
    -- How many entries there are up to it, counted.
    entries   bigint      not null,
    hash      bytea       not null check (octet_length(hash) = 32),
    source    text        not null,
    signed_at timestamptz not null,
    key_id    text        not null references journal_key,
    signature bytea       not null
);

create function refuse_checkpoint_change() returns trigger language plpgsql as $$
begin
    raise exception 'a checkpoint is never changed: % refused', lower(tg_op) using errcode = 'integrity_constraint_violation';
end
$$;

create trigger journal_key_is_never_changed before update or delete or truncate on journal_key
    for each statement execute function refuse_checkpoint_change();
create trigger journal_checkpoint_is_never_changed before update or delete or truncate on journal_checkpoint
    for each statement execute function refuse_checkpoint_change();
