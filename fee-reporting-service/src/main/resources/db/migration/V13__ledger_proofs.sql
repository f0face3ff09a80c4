-- Proofs of the books: asked for, worked on by one instance at a time, and kept with their result.
create table ledger_proof (
    proof_id uuid primary key,
    number bigint generated always as identity,
    state text not null check (state in ('WAITING', 'RUNNING', 'FINISHED', 'FAILED')),
    requested_by text not null,
    requested_at timestamptz not null,
    starts int not null default 0 check (starts >= 0),
    started_at timestamptz,
    checks_done int not null default 0,
    checks_total int not null check (checks_done between 0 and checks_total),
    ended_at timestamptz,
    result text,
    failure text,
    check ((state = 'WAITING') = (started_at is null)),
    check ((state in ('FINISHED', 'FAILED')) = (ended_at is not null)),
    check ((state = 'FINISHED') = (result is not null)),
    check (state <> 'FAILED' or failure is not null)
);
comment on column ledger_proof.number is 'the order in which they were asked for, and so in which they end';
comment on column ledger_proof.starts is 'how often it was begun; more than once after a restart or a failure';
comment on column ledger_proof.result is 'the JSON that is answered for it, to the character';

create unique index ledger_proof_one_at_a_time on ledger_proof ((true)) where ended_at is null;
create index ledger_proof_finished on ledger_proof (number desc) where state = 'FINISHED';
