create table report_obligation (
    cmas_number text not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    reason text not null check (reason in ('TERM', 'ACTIVITY')),
    contractor_id uuid not null,
    due_on date not null,
    filed_at timestamptz,
    fee_due_filed numeric,
    primary key (cmas_number, quarter),
    check ((filed_at is null) = (fee_due_filed is null))
);
create index report_obligation_quarter on report_obligation (quarter, cmas_number);
create index report_obligation_contractor on report_obligation (contractor_id, quarter, cmas_number);
comment on column report_obligation.reason is 'TERM: the agreement''s term touches the quarter; ACTIVITY: an amount was posted to it';
comment on column report_obligation.contractor_id is 'who held the agreement when the report was filed, or holds it now';
comment on column report_obligation.due_on is 'the last day on which the report is in time';

-- A statement as it was filed. Read for ever as first issued.
create table filed_statement (
    cmas_number text not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    receipt_number text not null unique,
    contractor_id uuid not null,
    filed_at timestamptz not null,
    filed_by text not null,
    line_count int not null,
    total_excluding_tax_and_freight numeric not null,
    fee_exact numeric not null,
    credit_used numeric not null check (credit_used >= 0),
    fee_due numeric not null check (fee_due >= 0 and fee_due = round(fee_due, 2)),
    credit_added numeric not null check (credit_added >= 0),
    document text not null,
    document_sha256 text not null,
    primary key (cmas_number, quarter)
);
comment on column filed_statement.credit_used is 'credit used from earlier filings';
comment on column filed_statement.credit_added is 'what a negative total of this quarter leaves for later filings';

create trigger filed_statement_append_only before update or delete or truncate on filed_statement
    for each statement execute function refuse_change();

-- Nothing is posted into a quarter whose statement is filed.
create function posting_quarter_is_open() returns trigger language plpgsql as $$
declare
    closed text;
begin
    select p.cmas_number || ' ' || p.quarter into closed
    from written p join filed_statement s on s.cmas_number = p.cmas_number and s.quarter = p.quarter limit 1;
    if found then
        raise exception 'the quarter % is filed and stays closed', closed using errcode = 'check_violation';
    end if;
    return null;
end $$;

create trigger posting_in_open_quarter after insert on posting
    referencing new table as written for each statement execute function posting_quarter_is_open();
