-- What the database holds against follows the dated figures (docs/adr/0064): terms of progress payments keep the figures of the day on which
-- they were agreed, taken by the database itself, and every check compares with those.
alter table payment_figure drop constraint payment_figure_name_check;
alter table payment_figure add constraint payment_figure_name_check check (name in ('PROMPT_PAYMENT_DAYS', 'PP_WITHHOLD_SHARE',
    'PP_RISK_LARGE_PRICE', 'PP_RISK_SHARE_LARGE', 'PP_RISK_SHARE_SMALL', 'PP_BOND_SHARE', 'PW_BOND_TRIGGER'));
insert into payment_figure (name, value, valid_from, source, confidence) values
    ('PP_BOND_SHARE',                0.50, date '2019-08-01', 'CMAS Local Government Agency Guide, August 2019, Section 4, page 12', 'A'),
    ('PP_BOND_SHARE',                0.50, date '1990-01-01', 'read back from the guide of August 2019; earlier editions not found', 'D'),
    ('PW_BOND_TRIGGER',           5000.00, date '2019-08-01', 'CMAS Local Government Agency Guide, August 2019, Section 4, page 12', 'A'),
    ('PW_BOND_TRIGGER',           5000.00, date '1990-01-01', 'read back from the guide of August 2019; earlier editions not found', 'D');

-- Figures come with migrations: whoever only has the application's password cannot date a lower one.
create function refuse_figure_of_the_application() returns trigger language plpgsql as $$
begin
    if current_user <> (select tableowner from pg_tables where schemaname = tg_table_schema and tablename = tg_table_name) then
        raise exception 'figures are appended by migrations' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger payment_figure_comes_with_a_migration before insert on payment_figure
    for each row execute function refuse_figure_of_the_application();

create function payment_figure_on(figure text, day date) returns numeric language sql stable as $$
    select value from payment_figure where name = figure and valid_from <= day order by valid_from desc limit 1
$$;

-- Terms from before have the figures that the constraint and the functions named.
alter table progress_terms
    add column agreed_on date,
    add column usual_share numeric not null default 0.10,
    -- null where no source dates one so early
    add column large_price numeric default 10000000.00,
    add column least_share_large numeric default 0.05,
    add column least_share_small numeric not null default 0.03,
    add column bond_share numeric not null default 0.50;
alter table progress_terms
    alter column usual_share drop default,
    alter column large_price drop default,
    alter column least_share_large drop default,
    alter column least_share_small drop default,
    alter column bond_share drop default;

create function give_progress_terms_their_figures() returns trigger language plpgsql as $$
begin
    -- By the database's own clock: no statement chooses the day.
    new.agreed_on := (clock_timestamp() at time zone 'America/Los_Angeles')::date;
    new.usual_share := payment_figure_on('PP_WITHHOLD_SHARE', new.agreed_on);
    new.large_price := payment_figure_on('PP_RISK_LARGE_PRICE', new.agreed_on);
    new.least_share_large := coalesce(payment_figure_on('PP_RISK_SHARE_LARGE', new.agreed_on), new.usual_share);
    new.least_share_small := coalesce(payment_figure_on('PP_RISK_SHARE_SMALL', new.agreed_on), new.usual_share);
    new.bond_share := payment_figure_on('PP_BOND_SHARE', new.agreed_on);
    return new;
end
$$;
create trigger progress_terms_have_their_figures before insert on progress_terms
    for each row execute function give_progress_terms_their_figures();

alter table progress_terms drop constraint lower_share_by_risk_decision;
alter table progress_terms add constraint lower_share_by_risk_decision check (
    share >= usual_share
    or kind = 'IT_SPECIAL' and share >= least_share_small and risk_decided_by is not null and risk_evidence is not null);

-- A risk decision leads to one share at least below a price, to another from there on (PCC 12112).
create or replace function withheld_share(terms progress_terms, price numeric) returns numeric language sql immutable as $$
    select case when price >= terms.large_price then greatest(terms.share, terms.least_share_large) else terms.share end
$$;

create or replace function require_payable_invoice() returns trigger language plpgsql as $$
declare
    terms progress_terms;
    total numeric;
    bonds numeric;
begin
    if new.reverses is not null then
        perform 1 from payment p
        where p.payment_id = new.reverses and p.agency_id = new.agency_id and p.order_id = new.order_id and p.invoice_id = new.invoice_id
            and p.reverses is null and p.amount = -new.amount and p.withheld = -new.withheld and p.released = -new.released;
        if not found then
            raise exception 'a reversal takes back exactly one payment of its invoice' using errcode = 'check_violation';
        end if;
        return new;
    end if;
    perform 1 from invoice i
    where i.invoice_id = new.invoice_id and i.agency_id = new.agency_id and i.order_id = new.order_id and i.state = 'APPROVED'
    for update;
    if not found then
        raise exception 'only an approved invoice of the order is paid' using errcode = 'check_violation';
    end if;
    select * into terms from progress_terms t where t.order_id = new.order_id order by act_number desc limit 1;
    if terms.kind = 'GOODS_SPECIAL' and not exists (
        select from receipt r where r.order_id = new.order_id and r.is_final
            and not exists (select from receipt later where later.replaces = r.receipt_id and later.agency_id = r.agency_id)) then
        select max((v.document ->> 'total')::numeric) into total
        from purchase_order o
        join order_version v on v.order_id = o.order_id and v.agency_id = o.agency_id and v.document_version = o.version_in_force
        where o.order_id = new.order_id;
        select coalesce(sum(b.amount), 0) into bonds from order_bond b
        where b.order_id = new.order_id and b.kind = 'PERFORMANCE'
            and not exists (select from order_bond later where later.replaces = b.bond_id and later.agency_id = b.agency_id);
        if bonds < total * terms.bond_share then
            raise exception 'special goods are paid in part only under a performance bond'
                using errcode = 'check_violation';
        end if;
    end if;
    return new;
end
$$;
