-- What one person proposed and nobody approved may be given up: a proposal made in error would otherwise wait for ever for somebody to approve
-- it by mistake. Nothing that was proposed is edited; that it was given up, by whom, when and why, is added. One is never both approved and
-- withdrawn, also not by two at once.

create table credit_release_withdrawal (
    release_id uuid primary key references credit_release,
    contractor_id uuid not null,
    reason text not null,
    withdrawn_by text not null,
    withdrawn_at timestamptz not null
);
create table remittance_refund_withdrawal (
    refund_id uuid primary key references remittance_refund,
    contractor_id uuid not null,
    reason text not null,
    withdrawn_by text not null,
    withdrawn_at timestamptz not null
);
create table settlement_withdrawal (
    settlement_id uuid primary key references settlement,
    reason text not null,
    withdrawn_by text not null,
    withdrawn_at timestamptz not null
);

create trigger credit_release_withdrawal_append_only before update or delete or truncate on credit_release_withdrawal
    for each statement execute function refuse_change();
create trigger remittance_refund_withdrawal_append_only before update or delete or truncate on remittance_refund_withdrawal
    for each statement execute function refuse_change();
create trigger settlement_withdrawal_append_only before update or delete or truncate on settlement_withdrawal
    for each statement execute function refuse_change();

-- Arguments: the table of proposals, its key, and the table of their other ends. The proposal's own row is what two ends at once wait for.
create function proposal_ends_once() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
    its_id uuid := (to_jsonb(new) ->> tg_argv[1])::uuid;
    has_ended boolean;
begin
    execute format('select from %I where %I = $1 for update', tg_argv[0], tg_argv[1]) using its_id;
    execute format('select exists (select from %I where %I = $1)', tg_argv[2], tg_argv[1]) into has_ended using its_id;
    if has_ended then
        raise exception 'the proposal % is approved or withdrawn already', its_id using errcode = 'CM006';
    end if;
    return new;
end $$;
create trigger credit_release_approval_ends_once before insert on credit_release_approval
    for each row execute function proposal_ends_once('credit_release', 'release_id', 'credit_release_withdrawal');
create trigger credit_release_withdrawal_ends_once before insert on credit_release_withdrawal
    for each row execute function proposal_ends_once('credit_release', 'release_id', 'credit_release_approval');
create trigger remittance_refund_approval_ends_once before insert on remittance_refund_approval
    for each row execute function proposal_ends_once('remittance_refund', 'refund_id', 'remittance_refund_withdrawal');
create trigger remittance_refund_withdrawal_ends_once before insert on remittance_refund_withdrawal
    for each row execute function proposal_ends_once('remittance_refund', 'refund_id', 'remittance_refund_approval');
create trigger settlement_approval_ends_once before insert on settlement_approval
    for each row execute function proposal_ends_once('settlement', 'settlement_id', 'settlement_withdrawal');
create trigger settlement_withdrawal_ends_once before insert on settlement_withdrawal
    for each row execute function proposal_ends_once('settlement', 'settlement_id', 'settlement_approval');

alter table credit_release_withdrawal enable row level security;
create policy credit_release_withdrawal_tenant on credit_release_withdrawal using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table remittance_refund_withdrawal enable row level security;
create policy remittance_refund_withdrawal_tenant on remittance_refund_withdrawal using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table settlement_withdrawal enable row level security;
create policy settlement_withdrawal_tenant on settlement_withdrawal using ((select tenant_sees_all()));

-- A figure's row says itself whether it counts, so it says too that it never will.
alter table fee_rate
    add column withdrawn_by text,
    add column withdrawn_at timestamptz,
    add column withdrawal_reason text,
    add constraint fee_rate_withdrawn_by_somebody check (
        (withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (withdrawal_reason is null)),
    add constraint fee_rate_ends_once check (withdrawn_by is null or activation is null);
alter table report_due_rule
    add column withdrawn_by text,
    add column withdrawn_at timestamptz,
    add column withdrawal_reason text,
    add constraint report_due_rule_withdrawn_by_somebody check (
        (withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (withdrawal_reason is null)),
    add constraint report_due_rule_ends_once check (withdrawn_by is null or activation is null);
alter table administrative_fee_rate
    add column withdrawn_by text,
    add column withdrawn_at timestamptz,
    add column withdrawal_reason text,
    add constraint administrative_fee_rate_withdrawn_by_somebody check (
        (withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (withdrawal_reason is null)),
    add constraint administrative_fee_rate_ends_once check (withdrawn_by is null or activation is null);
create trigger fee_rate_stays_withdrawn before update on fee_rate
    for each row when (old.withdrawn_by is not null) execute function refuse_change();
create trigger report_due_rule_stays_withdrawn before update on report_due_rule
    for each row when (old.withdrawn_by is not null) execute function refuse_change();
create trigger administrative_fee_rate_stays_withdrawn before update on administrative_fee_rate
    for each row when (old.withdrawn_by is not null) execute function refuse_change();
