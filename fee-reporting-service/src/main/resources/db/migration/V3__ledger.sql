-- The ledger. A posting is one signed difference; its entries are its sides. Both grow by agreement, so the agreement leads the key.

create table posting (
    cmas_number text not null,
    posting_id uuid not null,
    order_id uuid not null,
    number_in_order int not null check (number_in_order > 0),
    document_version int not null,
    cause text not null,
    agency_type text not null,
    contractor_id uuid not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    belongs_to_quarter text not null check (belongs_to_quarter ~ '^[0-9]{4}-Q[1-4]$'),
    rate numeric not null check (rate >= 0 and rate < 1),
    treatment text not null check (treatment in ('DUE', 'WAIVED', 'NOT_IN_FORCE')),
    base numeric not null,
    fee_due numeric not null,
    fee_waived numeric not null,
    orders int not null,
    event_id uuid not null,
    posted_at timestamptz not null,
    primary key (cmas_number, posting_id),
    unique (order_id, cmas_number, number_in_order),
    -- Money never travels back into an earlier quarter than its own.
    check (quarter >= belongs_to_quarter),
    -- The fee is the base times the rate, exactly, and owed, waived or not in force.
    check (fee_due = case when treatment = 'DUE' then base * rate else 0 end),
    check (fee_waived = case when treatment = 'WAIVED' then base * rate else 0 end),
    check (treatment <> 'NOT_IN_FORCE' or rate = 0)
);
create index posting_quarter on posting (quarter, cmas_number, posting_id);

comment on column posting.quarter is 'the quarter whose report shows it';
comment on column posting.belongs_to_quarter is 'the quarter of the order, amendment or termination; earlier than quarter only when that one was already filed';
comment on column posting.base is 'dollars before tax and freight, signed';
comment on column posting.orders is '1 where the order first names the agreement, -1 where that is taken back, else 0';

create table ledger_entry (
    cmas_number text not null,
    posting_id uuid not null,
    line int not null check (line > 0),
    book text not null check (book in ('SALES', 'FEE')),
    account text not null,
    amount numeric not null check (amount <> 0),
    primary key (cmas_number, posting_id, line),
    foreign key (cmas_number, posting_id) references posting
);
comment on column ledger_entry.amount is 'dollars, exact; a debit is positive, a credit negative';

create trigger posting_append_only before update or delete or truncate on posting
    for each statement execute function refuse_change();
create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry
    for each statement execute function refuse_change();

-- The entries that one statement writes balance, in each posting and each book. Checked per statement, not per row: a posting's
-- entries are always written together, and the check then costs the same for a million rows as one sum over them.
create function entries_balance() returns trigger language plpgsql as $$
declare
    unbalanced uuid;
begin
    select posting_id into unbalanced from written group by posting_id, book having sum(amount) <> 0 limit 1;
    if found then
        raise exception 'the entries of posting % do not balance', unbalanced using errcode = 'check_violation';
    end if;
    return null;
end $$;

create trigger ledger_entry_balances after insert on ledger_entry
    referencing new table as written for each statement execute function entries_balance();

-- A fee that cannot be worked out yet. Seen in reports; goes away when the missing copy arrives.
create table pending_fee (
    cmas_number text not null,
    order_id uuid not null,
    missing text[] not null check (cardinality(missing) > 0),
    since timestamptz not null,
    primary key (cmas_number, order_id)
);
create index pending_fee_order on pending_fee (order_id);
