-- What may be paid stands on the order (docs/adr/0042): what it lets be paid in advance (PAY-ADVANCE-NONE, -SUBSCRIPTION, -WARRANTY, -GC11019),
-- what the terms of progress payments are for (PP-IT-SPECIAL, PP-GOODS-SPECIAL, PP-NONIT-SERVICES), and what is traded in. Neither an
-- invoice nor terms are believed beyond it.

-- Versions of invoices from before name no basis and count as they did.
create function advances_name_their_basis(lines jsonb) returns boolean language plpgsql immutable
set search_path = pg_catalog, public, pg_temp as $$
begin
    return not exists (
        select from jsonb_array_elements(lines) line
        where coalesce((line ->> 'advance')::boolean, false)
            and coalesce(line ->> 'basis', '') not in ('SUBSCRIPTION', 'WARRANTY', 'GC_11019'));
end
$$;
alter table invoice_version add constraint advance_names_its_basis check (advances_name_their_basis(lines)) not valid;

-- Whether the order lets a line of it be paid in advance on that basis: it says so, and the line buys what the basis is for.
create function advance_stands_on(document jsonb, line jsonb, basis text) returns boolean language plpgsql immutable
set search_path = pg_catalog, public, pg_temp as $$
begin
    return exists (
            select from jsonb_array_elements(document #> '{particulars,advancePayments}') said
            where order_number_key(said ->> 'lineId') = order_number_key(line ->> 'lineId') and said ->> 'basis' = basis)
        and case basis
            when 'SUBSCRIPTION' then line ->> 'kind' = 'SOFTWARE'
                or line ->> 'kind' = 'SERVICES' and left(line ->> 'cmasNumber', 1) = '3'
            when 'WARRANTY' then line ->> 'kind' in ('SOFTWARE', 'SERVICES')
            when 'GC_11019' then line ->> 'kind' = 'SERVICES'
            else false
        end;
end
$$;

-- Special information technology is bought under agreements for it, goods and services under the others. Services are services and the travel that
-- goes with them: whatever else is on the order asks the bond of special goods.
create function terms_fit(kind text, document jsonb) returns boolean language plpgsql immutable
set search_path = pg_catalog, public, pg_temp as $$
declare
    its_lines jsonb := document -> 'lines';
begin
    return case kind
        when 'IT_SPECIAL' then not exists (
            select from jsonb_array_elements(its_lines) line where left(line ->> 'cmasNumber', 1) <> '3')
        when 'GOODS_SPECIAL' then not exists (
                select from jsonb_array_elements(its_lines) line where left(line ->> 'cmasNumber', 1) <> '4')
            and exists (select from jsonb_array_elements(its_lines) line where line ->> 'kind' in ('GOODS', 'SOFTWARE'))
        when 'NON_IT_SERVICES' then not exists (
                select from jsonb_array_elements(its_lines) line
                where left(line ->> 'cmasNumber', 1) <> '4' or line ->> 'kind' not in ('SERVICES', 'TRAVEL'))
            and exists (select from jsonb_array_elements(its_lines) line where line ->> 'kind' = 'SERVICES')
        else false
    end;
end
$$;

-- What the contractor takes in part payment is not paid in money: a reading, since the guide does not speak of it.
create function traded_in(document jsonb) returns numeric language plpgsql immutable
set search_path = pg_catalog, public, pg_temp as $$
begin
    return coalesce((select sum((one ->> 'allowance')::numeric)
        from jsonb_array_elements(document #> '{particulars,tradeIns}') one), 0);
end
$$;

create or replace function payable_by(document jsonb, its_order uuid) returns numeric language plpgsql stable
set search_path = pg_catalog, public, pg_temp as $$
declare
    terms progress_terms;
    is_over boolean;
    price numeric := (document ->> 'subtotalExcludingTax')::numeric - traded_in(document);
    worth numeric;
begin
    select * into terms from progress_terms t where t.order_id = its_order order by act_number desc limit 1;
    select coalesce(bool_or(r.is_final), false) into is_over from receipt r
    where r.order_id = its_order and not exists (select from receipt later where later.replaces = r.receipt_id and later.agency_id = r.agency_id);
    if terms.kind is not null and not is_over and terms_fit(terms.kind, document) then
        return price - ceil(greatest(price - released_tasks(terms), 0) * withheld_share(terms, price) * 100) / 100;
    end if;
    with accepted as (
        select line ->> 'key' as key, sum((line ->> 'accepted')::numeric) as quantity
        from receipt r, jsonb_array_elements(r.lines) line
        where r.order_id = its_order
            and not exists (select from receipt later where later.replaces = r.receipt_id and later.agency_id = r.agency_id)
        group by 1
    ), advanced as (
        select line ->> 'key' as key, line ->> 'basis' as basis, sum((line ->> 'amount')::numeric) as amount
        from invoice i
        join invoice_version v on v.invoice_id = i.invoice_id and v.agency_id = i.agency_id and v.invoice_version = i.current_version,
            jsonb_array_elements(v.lines) line
        where i.order_id = its_order and (i.state in ('APPROVED', 'PAID') or i.paid > 0) and (line ->> 'advance')::boolean
        group by 1, 2
    )
    select sum(least((line ->> 'amount')::numeric,
        greatest(
            round(a.quantity * (line ->> 'unitPrice')::numeric, 2),
            (select sum(d.amount) from advanced d
                where d.key = order_number_key(line ->> 'lineId')
                    and (d.basis is null or advance_stands_on(document, line, d.basis))),
            0)))
    into worth
    from jsonb_array_elements(document -> 'lines') line
    left join accepted a on a.key = order_number_key(line ->> 'lineId');
    if coalesce(worth, 0) = 0 then
        return 0;
    end if;
    return least((document ->> 'total')::numeric - traded_in(document),
        worth + (document ->> 'tax')::numeric + (document ->> 'freight')::numeric);
end
$$;

create or replace function settle_order_account() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
declare
    terms progress_terms;
    is_over boolean;
    price numeric;
begin
    select sum(p.amount), sum(p.withheld - p.released) into new.paid, new.withheld from payment p where p.order_id = new.order_id;
    new.paid := coalesce(new.paid, 0);
    new.withheld := coalesce(new.withheld, 0);
    -- While an amendment waits for its decision, nothing is paid that it would no longer allow.
    select min(payable_by(v.document, new.order_id)),
        min((v.document ->> 'subtotalExcludingTax')::numeric - traded_in(v.document))
    into new.may_be_paid, price
    from purchase_order o
    join order_version v on v.order_id = o.order_id and v.agency_id = o.agency_id
        and (v.document_version = o.version_in_force or v.document_version = o.latest_version and v.state = 'SUBMITTED')
    where o.order_id = new.order_id and o.agency_id = new.agency_id and o.version_in_force is not null;
    select * into terms from progress_terms t where t.order_id = new.order_id order by act_number desc limit 1;
    select coalesce(bool_or(r.is_final), false) into is_over from receipt r
    where r.order_id = new.order_id and not exists (select from receipt later where later.replaces = r.receipt_id and later.agency_id = r.agency_id);
    new.least_withheld := case when terms.kind is null or is_over then 0
        else ceil(greatest(new.paid + new.withheld - released_tasks(terms), 0) * withheld_share(terms, price) * 100) / 100 end;
    return new;
end
$$;

-- Terms are agreed on an order of their kind, for tasks that together come to no more than its price.
create function require_terms_of_the_order() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
declare
    fits boolean;
    price numeric;
begin
    select bool_and(terms_fit(new.kind, v.document)), min((v.document ->> 'subtotalExcludingTax')::numeric - traded_in(v.document))
    into fits, price
    from purchase_order o
    join order_version v on v.order_id = o.order_id and v.agency_id = o.agency_id
        and (v.document_version = o.version_in_force or v.document_version = o.latest_version and v.state = 'SUBMITTED')
    where o.order_id = new.order_id and o.agency_id = new.agency_id and o.version_in_force is not null;
    if fits is not true then
        raise exception 'terms_fit_the_order: % is not for what order % buys', new.kind, new.order_id using errcode = 'check_violation';
    end if;
    if exists (select from jsonb_array_elements(new.tasks) task
            where task ->> 'key' is null or not coalesce(task ->> 'amount' ~ '^\d{1,15}(\.\d{1,2})?$', false))
        or (select sum((task ->> 'amount')::numeric) from jsonb_array_elements(new.tasks) task) > price then
        raise exception 'tasks_within_the_price: of order %', new.order_id using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger progress_terms_fit_the_order before insert on progress_terms
    for each row execute function require_terms_of_the_order();
