-- What is received and accepted is held as the service reads it, whoever writes: at most what came is accepted, at most what is ordered is accepted in
-- all, and a correction is one of the same order. A figure that is no number (NaN) compares as the largest, so it is refused where it could stand.
create function require_receipt_of_the_order() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
declare
    its_document jsonb;
    its_state text;
    line jsonb;
    ordered record;
    accepted numeric;
begin
    select v.document, o.state into its_document, its_state
    from purchase_order o
    join order_version v on v.order_id = o.order_id and v.agency_id = o.agency_id and v.document_version = o.version_in_force
    where o.order_id = new.order_id and o.agency_id = new.agency_id;
    if not found then
        raise exception 'receipt_of_an_issued_order: % is none', new.order_id using errcode = 'check_violation';
    end if;
    if new.replaces is not null and not exists (
            select from receipt r
            where r.receipt_id = new.replaces and r.agency_id = new.agency_id and r.order_id = new.order_id) then
        raise exception 'correction_of_the_same_order: receipt % is not of order %', new.replaces, new.order_id
            using errcode = 'check_violation';
    end if;
    -- What is counted is what the receipt says.
    if (new.document ->> 'finalAcceptance')::boolean is distinct from new.is_final
        or (select jsonb_agg(jsonb_build_array(each -> 'key', each -> 'received', each -> 'accepted') order by each ->> 'key')
            from jsonb_array_elements(new.lines) each)
        is distinct from
        (select jsonb_agg(jsonb_build_array(order_number_key(said ->> 'lineId'), said -> 'quantityReceived', said -> 'quantityAccepted')
                order by order_number_key(said ->> 'lineId'))
            from jsonb_array_elements(new.document -> 'lines') said) then
        raise exception 'counted_as_it_is_said: receipt of order %', new.order_id using errcode = 'check_violation';
    end if;
    for line in select jsonb_array_elements(new.lines) loop
        if not coalesce(line ->> 'received' ~ '^\d{1,12}(\.\d{1,6})?$', false)
            or not coalesce(line ->> 'accepted' ~ '^\d{1,12}(\.\d{1,6})?$', false)
            or (line ->> 'accepted')::numeric > (line ->> 'received')::numeric then
            raise exception 'accepted_of_what_was_received: % of %', line ->> 'accepted', line ->> 'received'
                using errcode = 'check_violation';
        end if;
        if not exists (select from jsonb_array_elements(its_document -> 'lines') its
                where order_number_key(its ->> 'lineId') = line ->> 'key') then
            raise exception 'receipt_of_ordered_lines: order % has no line %', new.order_id, line ->> 'key'
                using errcode = 'check_violation';
        end if;
    end loop;
    for ordered in
        select order_number_key(its ->> 'lineId') as key, (its ->> 'quantity')::numeric as quantity
        from jsonb_array_elements(its_document -> 'lines') its
    loop
        select coalesce(sum((each ->> 'accepted')::numeric), 0) into accepted
        from (
            select new.lines as lines
            union all
            select r.lines from receipt r
            where r.order_id = new.order_id and r.receipt_id is distinct from new.replaces
                and not exists (select from receipt later where later.replaces = r.receipt_id and later.agency_id = r.agency_id)
        ) standing, jsonb_array_elements(standing.lines) each
        where each ->> 'key' = ordered.key;
        if accepted > ordered.quantity and exists (
                select from jsonb_array_elements(new.lines) each where each ->> 'key' = ordered.key) then
            raise exception 'accepted_of_what_is_ordered: % of % of line %', accepted, ordered.quantity, ordered.key
                using errcode = 'check_violation';
        end if;
        -- Final acceptance ends what is withheld; only an order that was terminated ends with less.
        if new.is_final and its_state <> 'TERMINATED' and accepted < ordered.quantity then
            raise exception 'finally_accepted_as_ordered: % of % of line %', accepted, ordered.quantity, ordered.key
                using errcode = 'check_violation';
        end if;
    end loop;
    return new;
end
$$;
create trigger receipt_is_of_the_order before insert on receipt for each row execute function require_receipt_of_the_order();

create function require_bond_of_the_order() returns trigger language plpgsql
set search_path = pg_catalog, public, pg_temp as $$
begin
    if not exists (
            select from order_bond b
            where b.bond_id = new.replaces and b.agency_id = new.agency_id and b.order_id = new.order_id and b.kind = new.kind) then
        raise exception 'correction_of_the_same_order: bond % is not of order %', new.replaces, new.order_id
            using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger order_bond_is_of_the_order before insert on order_bond
    for each row when (new.replaces is not null) execute function require_bond_of_the_order();

alter table order_bond add constraint bond_is_a_number check (amount <> 'NaN');
alter table invoice_version add constraint invoice_is_a_number check (amount <> 'NaN');
alter table payment add constraint payment_is_a_number check (amount <> 'NaN' and withheld <> 'NaN' and released <> 'NaN');

-- What was billed stays: without its row, what was paid on it would have no ground.
create trigger invoice_stays before delete on invoice for each row execute function refuse_change();
create trigger order_account_stays before delete on order_account for each row execute function refuse_change();
