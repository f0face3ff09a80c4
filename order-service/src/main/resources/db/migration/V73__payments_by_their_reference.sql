-- A reference is one however it is written: W-1, w 1 and W1 name one warrant. It pays an invoice once; what came back does not stand in the way of
-- the payment that is made anew under it.
create function payment_reference_key(reference text) returns text language plpgsql immutable
set search_path = pg_catalog, public, pg_temp as $$
begin
    return coalesce(nullif(lower(regexp_replace(reference, '[^[:alnum:]]', '', 'g')), ''), order_number_key(reference));
end
$$;
drop index payment_by_reference;
alter table payment drop column reference_key;
alter table payment add column reference_key text not null generated always as (payment_reference_key(reference)) stored;
create index payment_by_reference on payment (agency_id, invoice_id, method, reference_key) where reverses is null;

-- The invoice's row is held since the payment was looked at, so two that come at once come one after the other. By name this is the last of the
-- triggers before a payment.
create function require_payment_of_its_own() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
    if exists (
            select from payment p
            where p.agency_id = new.agency_id and p.invoice_id = new.invoice_id and p.method = new.method and p.reverses is null
                and p.reference_key = payment_reference_key(new.reference)
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
create trigger payment_zz_is_of_its_own before insert on payment
    for each row when (new.reverses is null) execute function require_payment_of_its_own();

-- A payment is counted as it says.
alter table payment add constraint payment_counts_as_it_says check (
    (document ->> 'amount')::numeric is not distinct from amount and (document ->> 'withheld')::numeric is not distinct from withheld
        and (document ->> 'released')::numeric is not distinct from released) not valid;
