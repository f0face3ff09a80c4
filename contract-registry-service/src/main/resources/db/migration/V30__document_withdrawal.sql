-- A document that should not be in an agreement's copy is withdrawn, with the reason; what it was, its hash too, stays on record.
create table document_withdrawal (
    document_id  uuid        primary key references agreement_document,
    cmas_number  text        not null references agreement,
    reason       text        not null check (length(reason) between 1 and 500),
    withdrawn_at timestamptz not null,
    withdrawn_by text        not null
);

create index document_withdrawal_of_agreement on document_withdrawal (cmas_number);

create trigger document_withdrawal_stays before update or delete on document_withdrawal
    for each row execute function refuse_document_change();
