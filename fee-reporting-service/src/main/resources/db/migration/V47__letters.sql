-- Letters to contractors, made from the work queue as it stood at that moment: the log of who was reminded of what, when and by whom.
create table letter_run (
    run_id uuid primary key,
    kind text not null check (kind in ('REMINDER', 'OVERDUE_REPORTS', 'INCOMPLETE_REPORTS', 'UNPAID_FEES', 'EXPIRING')),
    as_of_day date not null,
    subject text not null,
    body text not null,
    made_by text not null,
    made_at timestamptz not null
);

create table letter (
    run_id uuid not null references letter_run,
    contractor_id uuid not null,
    contractor_name text not null,
    items int not null check (items > 0),
    oldest_on date not null,
    amount numeric not null,
    listed text not null,
    primary key (run_id, contractor_id)
);
create index letter_contractor on letter (contractor_id, run_id);
comment on column letter.amount is 'dollars; what is open where fees are unpaid, else 0';
comment on column letter.listed is 'the things it is about, one a line, the oldest first';

create trigger letter_run_append_only before update or delete or truncate on letter_run
    for each statement execute function refuse_change();
create trigger letter_append_only before update or delete or truncate on letter
    for each statement execute function refuse_change();

alter table letter_run enable row level security;
create policy letter_run_tenant on letter_run using ((select tenant_sees_all()));
alter table letter enable row level security;
create policy letter_tenant on letter using ((select tenant_sees_all()));
create policy letter_contractor on letter for select using (contractor_id = (select tenant_contractor()));
