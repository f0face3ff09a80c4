-- An invoice may itemize what the contractor takes in part payment, which it subtracts. No statement subtracts what the order does not have, more
-- than it allows, or twice. A thing is told by its description, since a trade-in of an order has no id of its own.
create function invoice_comes_to(document jsonb) returns numeric language plpgsql immutable
set search_path = pg_catalog, public, pg_temp as $$
begin
    return (select sum((line ->> 'amount')::numeric + coalesce((line ->> 'tax')::numeric, 0)) from jsonb_array_elements(document -> 'lines') line)
        + (document ->> 'freight')::numeric
        - coalesce((select sum((one ->> 'amount')::numeric) from jsonb_array_elements(document -> 'tradeIns') one), 0);
end
$$;
create function trade_ins_are_amounts(document jsonb) returns boolean language plpgsql immutable
set search_path = pg_catalog, public, pg_temp as $$
begin
    return not exists (
        select from jsonb_array_elements(document -> 'tradeIns') one
        where coalesce(order_number_key(one ->> 'description'), '') = ''
            or not coalesce(one ->> 'amount' ~ '^[0-9]{1,15}(\.[0-9]{1,2})?$' and (one ->> 'amount')::numeric > 0, false));
end
$$;
-- An invoice is counted as it says.
alter table invoice_version add constraint invoice_trades_in_amounts check (trade_ins_are_amounts(document)) not valid;
alter table invoice_version add constraint invoice_counts_as_it_says check (
    (document ->> 'total')::numeric is not distinct from amount and invoice_comes_to(document) is not distinct from amount) not valid;

-- The order's row is held, so that two invoices which subtract one thing come one after the other.
create function require_trade_ins_of_the_order() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
declare
    its_document jsonb;
    said text;
begin
    if not exists (
            select from invoice_version v
            where v.invoice_id = new.invoice_id and v.agency_id = new.agency_id and v.invoice_version = new.current_version
                and v.document -> 'tradeIns' is not null) then
        return new;
    end if;
    perform 1 from purchase_order o where o.order_id = new.order_id and o.agency_id = new.agency_id for no key update;
    select v.document into its_document from purchase_order o
    join order_version v on v.order_id = o.order_id and v.agency_id = o.agency_id and v.document_version = o.version_in_force
    where o.order_id = new.order_id and o.agency_id = new.agency_id;
    with counted as (
        select order_number_key(one ->> 'description') as key, (one ->> 'amount')::numeric as amount, i.invoice_id
        from invoice_version v, jsonb_array_elements(v.document -> 'tradeIns') one, invoice i
        where i.order_id = new.order_id and i.agency_id = new.agency_id and v.invoice_id = i.invoice_id and v.agency_id = i.agency_id
            and (i.invoice_id = new.invoice_id and v.invoice_version = new.current_version
                or i.invoice_id <> new.invoice_id and v.invoice_version = i.current_version
                    and (i.state in ('APPROVED', 'PAID') or i.paid > 0))
    ), ordered as (
        select order_number_key(one ->> 'description') as key, count(*) as times, sum((one ->> 'allowance')::numeric) as amount
        from jsonb_array_elements(its_document #> '{particulars,tradeIns}') one
        group by 1
    )
    select c.key into said from counted c
    left join ordered o on o.key = c.key
    group by c.key, o.times, o.amount
    having bool_or(c.invoice_id = new.invoice_id) and (count(*) > coalesce(o.times, 0) or sum(c.amount) > coalesce(o.amount, 0))
    limit 1;
    if found then
        raise exception 'trade_ins_of_the_order: % of invoice % is not traded in so on order %', said, new.invoice_id, new.order_id
            using errcode = 'check_violation';
    end if;
    return new;
end
$$;
-- Asked when an invoice comes to count, and of each version that counts: an amendment that takes a trade-in back does not stop what was approved.
create trigger invoice_trades_in_what_is_ordered before update on invoice
    for each row when (new.state in ('APPROVED', 'PAID')
        and (old.state not in ('APPROVED', 'PAID') or new.current_version <> old.current_version))
    execute function require_trade_ins_of_the_order();
create trigger new_invoice_trades_in_what_is_ordered before insert on invoice
    for each row when (new.state in ('APPROVED', 'PAID')) execute function require_trade_ins_of_the_order();

-- Separators between digits tell references apart where both have some: 1-12 is not 11-2. Where one of them has none it may be either, written
-- without, and a payment that may have been made is not made again: 112 is the same as both.
create function payment_reference_places(reference text) returns text language plpgsql immutable
set search_path = pg_catalog, public, pg_temp as $$
begin
    return lower(regexp_replace(regexp_replace(reference, '[^[:alnum:]]+', '-', 'g'), '(?<![0-9])-|-(?![0-9])', '', 'g'));
end
$$;
create function payment_reference_is(one text, other text) returns boolean language plpgsql immutable
set search_path = pg_catalog, public, pg_temp as $$
begin
    return payment_reference_key(one) = payment_reference_key(other)
        and (payment_reference_places(one) = payment_reference_places(other)
            or strpos(payment_reference_places(one), '-') = 0 or strpos(payment_reference_places(other), '-') = 0);
end
$$;
create or replace function require_payment_of_its_own() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
    if exists (
            select from payment p
            where p.agency_id = new.agency_id and p.invoice_id = new.invoice_id and p.method = new.method and p.reverses is null
                and p.reference_key = payment_reference_key(new.reference) and payment_reference_is(p.reference, new.reference)
                and not exists (select from payment back where back.reverses = p.payment_id and back.agency_id = p.agency_id)) then
        raise exception 'payment_by_reference: % paid the invoice already', new.reference using errcode = 'unique_violation';
    end if;
    -- There is an order before the card is used (PAY-CALCARD-PO, Guide s6 p15).
    if new.method = 'CAL_CARD' and new.paid_on < (
            select (v.document ->> 'orderDate')::date from purchase_order o
            join order_version v on v.order_id = o.order_id and v.agency_id = o.agency_id and v.document_version = o.version_in_force
            where o.order_id = new.order_id and o.agency_id = new.agency_id) then
        raise exception 'card_after_the_order: order % is of a later day', new.order_id using errcode = 'check_violation';
    end if;
    return new;
end
$$;
