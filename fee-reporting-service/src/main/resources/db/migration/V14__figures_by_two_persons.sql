-- Rates and due rules are proposed by one person and count once a second one has activated them. Of those for the same day the one
-- activated last counts; nothing that was proposed is edited.

create sequence figure_activation;

drop trigger fee_rate_append_only on fee_rate;
drop trigger report_due_rule_append_only on report_due_rule;

alter table fee_rate
    drop constraint fee_rate_pkey,
    add column figure_id uuid primary key default gen_random_uuid(),
    add column proposed_by text not null default 'reference figures',
    add column proposed_at timestamptz not null default timestamptz '2026-01-01 00:00Z',
    add column activated_by text default 'first release',
    add column activated_at timestamptz default timestamptz '2026-01-01 00:00Z',
    add column activation bigint unique default nextval('figure_activation'),
    add check ((activated_by is null) = (activated_at is null)),
    add check ((activated_by is null) = (activation is null)),
    add check (activated_by <> proposed_by);
alter table fee_rate
    alter column figure_id drop default,
    alter column proposed_by drop default,
    alter column proposed_at drop default,
    alter column activated_by drop default,
    alter column activated_at drop default,
    alter column activation drop default;
create index fee_rate_in_force on fee_rate (first_order_date desc, activation desc) where activation is not null;

alter table report_due_rule
    drop constraint report_due_rule_pkey,
    add column figure_id uuid primary key default gen_random_uuid(),
    add column proposed_by text not null default 'reference figures',
    add column proposed_at timestamptz not null default timestamptz '2026-01-01 00:00Z',
    add column activated_by text default 'first release',
    add column activated_at timestamptz default timestamptz '2026-01-01 00:00Z',
    add column activation bigint unique default nextval('figure_activation'),
    add check ((activated_by is null) = (activated_at is null)),
    add check ((activated_by is null) = (activation is null)),
    add check (activated_by <> proposed_by);
alter table report_due_rule
    alter column figure_id drop default,
    alter column proposed_by drop default,
    alter column proposed_at drop default,
    alter column activated_by drop default,
    alter column activated_at drop default,
    alter column activation drop default;
create index report_due_rule_in_force on report_due_rule (name, first_quarter desc, activation desc) where activation is not null;

comment on column fee_rate.activation is 'counts the activations of all figures; null while it does not count';
comment on column report_due_rule.activation is 'counts the activations of all figures; null while it does not count';

create trigger fee_rate_append_only before delete or truncate on fee_rate
    for each statement execute function refuse_change();
create trigger fee_rate_not_edited before update on fee_rate
    for each row when (old.activation is not null
        or (old.figure_id, old.first_order_date, old.rate, old.source, old.confidence, old.proposed_by, old.proposed_at)
            is distinct from
            (new.figure_id, new.first_order_date, new.rate, new.source, new.confidence, new.proposed_by, new.proposed_at))
    execute function refuse_change();
create trigger report_due_rule_append_only before delete or truncate on report_due_rule
    for each statement execute function refuse_change();
create trigger report_due_rule_not_edited before update on report_due_rule
    for each row when (old.activation is not null
        or (old.figure_id, old.name, old.first_quarter, old.day_of_next_month, old.source, old.confidence, old.proposed_by, old.proposed_at)
            is distinct from
            (new.figure_id, new.name, new.first_quarter, new.day_of_next_month, new.source, new.confidence, new.proposed_by, new.proposed_at))
    execute function refuse_change();

-- The orders whose rate a new figure changes are posted again, some at a time; a restart goes on after the last one done.
create table fee_reposting (
    reposting_id uuid primary key,
    number bigint generated always as identity,
    figure_id uuid not null references fee_rate,
    from_order_date date not null,
    through_order_date date not null,
    requested_at timestamptz not null,
    orders_total bigint,
    orders_done bigint not null default 0,
    postings bigint not null default 0,
    after_order_id uuid,
    started_at timestamptz,
    ended_at timestamptz,
    check (from_order_date <= through_order_date)
);
create unique index fee_reposting_number on fee_reposting (number);
create index fee_reposting_open on fee_reposting (number) where ended_at is null;
comment on column fee_reposting.through_order_date is 'the last order date before the next rate begins, inclusive';
comment on column fee_reposting.after_order_id is 'all orders up to this one, itself included, are done';
create index order_change_order_date on order_change (order_date, order_id);

-- Only what is counted is counted again: a changed due date is not.
drop trigger report_obligation_counts on report_obligation;
create trigger report_obligation_counts after insert or delete or update of contractor_id, quarter, filed_at, fee_due_filed
    on report_obligation for each row execute function count_report_obligation();
