-- Public works of more than the figure of the order's day do not start without a payment bond of the whole order (PW-BOND-TRIGGER, PW-BOND-AMOUNT,
-- Guide s4 p12, s11 p22): while it is not recorded, none of them is received and nothing is paid on them.
create function payment_bond_is_missing(its_order uuid, its_agency uuid) returns boolean language plpgsql stable
set search_path = pg_catalog, public, pg_temp as $$
declare
    its_document jsonb;
    works numeric;
    recorded numeric;
begin
    select v.document into its_document
    from purchase_order o
    join order_version v on v.order_id = o.order_id and v.agency_id = o.agency_id and v.document_version = o.version_in_force
    where o.order_id = its_order and o.agency_id = its_agency;
    select coalesce(sum((line ->> 'amount')::numeric), 0) into works
    from jsonb_array_elements(its_document -> 'lines') line
    where (line ->> 'publicWorks')::boolean;
    if works <= coalesce(payment_figure_on('PW_BOND_TRIGGER', (its_document ->> 'orderDate')::date), 5000.00) then
        return false;
    end if;
    select coalesce(sum(b.amount), 0) into recorded from order_bond b
    where b.order_id = its_order and b.agency_id = its_agency and b.kind = 'PAYMENT'
        and not exists (select from order_bond later where later.replaces = b.bond_id and later.agency_id = b.agency_id);
    -- A bond may be told with the order itself.
    return greatest(recorded, (its_document #>> '{particulars,publicWorks,bond,sum}')::numeric)
        < (its_document ->> 'subtotalExcludingTax')::numeric;
end
$$;

-- Whether one of those lines of the order is public works; each has the line's key.
create function names_public_works(its_order uuid, its_agency uuid, lines jsonb) returns boolean language plpgsql stable
set search_path = pg_catalog, public, pg_temp as $$
begin
    return exists (
        select from purchase_order o
        join order_version v on v.order_id = o.order_id and v.agency_id = o.agency_id and v.document_version = o.version_in_force,
            jsonb_array_elements(v.document -> 'lines') its,
            jsonb_array_elements(lines) named
        where o.order_id = its_order and o.agency_id = its_agency and (its ->> 'publicWorks')::boolean
            and order_number_key(its ->> 'lineId') = named ->> 'key');
end
$$;

create function require_payment_bond_for_receipt() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
    if names_public_works(new.order_id, new.agency_id, new.lines) and payment_bond_is_missing(new.order_id, new.agency_id) then
        raise exception 'public_works_under_a_payment_bond: order % has none of its price', new.order_id using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger receipt_under_a_payment_bond before insert on receipt
    for each row execute function require_payment_bond_for_receipt();

-- Progress payments rest on no receipt, so all of them wait for the bond.
create function require_payment_bond_for_payment() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
    if not payment_bond_is_missing(new.order_id, new.agency_id) then
        return new;
    end if;
    if exists (select from progress_terms t where t.order_id = new.order_id) or exists (
            select from invoice i
            join invoice_version v on v.invoice_id = i.invoice_id and v.agency_id = i.agency_id and v.invoice_version = i.current_version
            where i.invoice_id = new.invoice_id and i.agency_id = new.agency_id
                and names_public_works(new.order_id, new.agency_id, v.lines)) then
        raise exception 'public_works_under_a_payment_bond: order % has none of its price', new.order_id using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger payment_under_a_payment_bond before insert on payment
    for each row when (new.reverses is null) execute function require_payment_bond_for_payment();
