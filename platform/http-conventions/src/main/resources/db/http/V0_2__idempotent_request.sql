-- Answers given to requests that carried an Idempotency-Key. A row is written in the transaction of its request: while
-- that runs the hash and the answer are null, and nobody else can see the row; a second request with the key waits.
create table idempotent_request (
    caller       text        not null,
    key          text        not null check (length(key) between 1 and 200),
    request_hash bytea       check (length(request_hash) = 32),
    status       integer     check (status between 200 and 399),
    headers      jsonb       not null default '{}',
    body         text,
    created_at   timestamptz not null default now(),
    primary key (caller, key)
);

create index idempotent_request_created_at on idempotent_request (created_at);
