-- The receipts. Facts and findings are text and not jsonb: the hash is taken over exactly these characters.

create table evaluation (
    agency_id           uuid        not null,
    evaluation_id       uuid        not null,
    order_id            uuid        not null,
    sequence            int         not null check (sequence > 0),
    document_version    int         not null check (document_version > 0),
    agency_order_number text        not null,
    amendment_number    int         not null check (amendment_number >= 0),
    decision            text        not null check (decision in ('ISSUE', 'RETURN')),
    rule_set_version    text        not null,
    as_of               text        not null,
    facts               text        not null,
    findings            text        not null,
    receipt_hash        text        not null check (receipt_hash ~ '^[0-9a-f]{64}$'),
    evaluated_at        timestamptz not null,
    primary key (agency_id, evaluation_id),
    unique (agency_id, order_id, sequence)
);

create index evaluation_by_id on evaluation (evaluation_id);
-- What was last issued under an agency's order number, for judging an amendment.
create index evaluation_issued on evaluation (agency_id, agency_order_number, amendment_number desc, sequence desc)
    where decision = 'ISSUE';

create function refuse_evaluation_change() returns trigger language plpgsql as $$
begin
    raise exception 'a receipt is never changed' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger evaluation_is_kept before update or delete or truncate on evaluation
    for each statement execute function refuse_evaluation_change();
