-- From the accepted order to its last payment (docs/adr/0042). What was received, billed and paid is only ever added; a correction is a
-- new row that names the one it replaces. What may be paid is worked out here from those rows each time, never taken from a caller.

create table receipt (
    receipt_id uuid not null,
    order_id uuid not null,
    agency_id uuid not null,
    act_number bigint not null,
    accepted_on date,
    is_final boolean not null,
    -- of each line by the key of its id: {"key": "1", "received": "5", "accepted": "3"}
    lines jsonb not null,
    completed_tasks text[] not null,
    replaces uuid,
    document jsonb not null,
    primary key (receipt_id, agency_id),
    unique (order_id, act_number, agency_id),
    unique (replaces, agency_id),
    check (replaces <> receipt_id)
);
create index receipt_of_order on receipt (order_id);

create table progress_terms (
    order_id uuid not null,
    act_number bigint not null,
    agency_id uuid not null,
    kind text not null check (kind in ('IT_SPECIAL', 'GOODS_SPECIAL', 'NON_IT_SERVICES')),
    share numeric(6, 5) not null check (share > 0 and share <= 1),
    risk_decided_by text,
    risk_evidence text,
    -- {"key": "t1", "amount": "5000.00", "distinct": true}
    tasks jsonb not null,
    document jsonb not null,
    primary key (order_id, act_number, agency_id),
    -- Less than 10% only by a recorded risk decision on special information technology (Guide s4 p12, PCC 12112).
    constraint lower_share_by_risk_decision check (
        share >= 0.10
        or kind = 'IT_SPECIAL' and share >= 0.03 and risk_decided_by is not null and risk_evidence is not null)
);

create table order_bond (
    bond_id uuid not null,
    order_id uuid not null,
    agency_id uuid not null,
    act_number bigint not null,
    kind text not null check (kind in ('PAYMENT', 'PERFORMANCE')),
    amount numeric(18, 2) check (amount > 0),
    replaces uuid,
    document jsonb not null,
    primary key (bond_id, agency_id),
    unique (order_id, act_number, agency_id),
    unique (replaces, agency_id)
);
create index order_bond_of_order on order_bond (order_id);

-- Every version of an invoice that ever came; the one that stands is named by invoice.
create table invoice_version (
    invoice_id uuid not null,
    invoice_version integer not null check (invoice_version > 0),
    agency_id uuid not null,
    order_id uuid not null,
    act_number bigint not null,
    amount numeric(18, 2) not null check (amount > 0),
    -- {"key": "1", "amount": "10.00", "advance": false}
    lines jsonb not null,
    document jsonb not null,
    primary key (invoice_id, invoice_version, agency_id),
    unique (order_id, act_number, agency_id)
);

create table invoice (
    invoice_id uuid not null,
    order_id uuid not null,
    agency_id uuid not null,
    contractor_id uuid not null,
    invoice_number text not null,
    number_key text not null generated always as (order_number_key(invoice_number)) stored,
    state text not null check (state in ('RECEIVED', 'DISPUTED', 'APPROVED', 'PAID')),
    version bigint not null check (version > 0),
    current_version integer not null check (current_version > 0),
    amount numeric(18, 2) not null,
    paid numeric(18, 2) not null check (paid >= 0),
    withheld numeric(18, 2) not null check (withheld >= 0),
    primary key (invoice_id, agency_id),
    -- A contractor's invoice is billed once, on whichever order.
    unique (agency_id, contractor_id, number_key),
    constraint no_more_paid_than_billed check (paid + withheld <= amount)
) with (fillfactor = 85);
create index invoice_of_order on invoice (order_id);

create table invoice_act (
    order_id uuid not null,
    act_number bigint not null,
    agency_id uuid not null,
    invoice_id uuid not null,
    document jsonb not null,
    primary key (order_id, act_number, agency_id)
);

-- amount is what left the account, released part of it from what was withheld before; withheld was kept back beside it.
create table payment (
    payment_id uuid not null,
    order_id uuid not null,
    agency_id uuid not null,
    invoice_id uuid not null,
    act_number bigint not null,
    paid_on date not null,
    method text not null check (method in ('WARRANT', 'ELECTRONIC', 'CAL_CARD')),
    reference text not null check (reference <> ''),
    reference_key text not null generated always as (order_number_key(reference)) stored,
    amount numeric(18, 2) not null,
    withheld numeric(18, 2) not null,
    released numeric(18, 2) not null,
    reverses uuid,
    document jsonb not null,
    primary key (payment_id, agency_id),
    unique (order_id, act_number, agency_id),
    unique (reverses, agency_id),
    check (
        reverses is null and amount > 0 and withheld >= 0 and released between 0 and amount
        or reverses is not null and amount < 0 and withheld <= 0 and released between amount and 0)
);
-- A warrant or transfer pays one invoice once, whatever request it comes in.
create unique index payment_by_reference on payment (agency_id, invoice_id, method, reference_key) where reverses is null;
create index payment_of_order on payment (order_id);

-- One row per order on which anything of this happened: the balances, worked out from the rows above whenever it is written.
create table order_account (
    order_id uuid not null,
    agency_id uuid not null,
    may_be_paid numeric(18, 2) not null,
    paid numeric(18, 2) not null check (paid >= 0),
    withheld numeric(18, 2) not null check (withheld >= 0),
    least_withheld numeric(18, 2) not null,
    primary key (order_id, agency_id),
    constraint no_more_paid_than_may_be check (paid <= may_be_paid),
    constraint enough_withheld check (withheld >= least_withheld)
) with (fillfactor = 70);

-- What an order comes to by one of its documents, as far as it may be paid now.
create function payable_by(document jsonb, its_order uuid) returns numeric language plpgsql stable as $$
declare
    terms progress_terms;
    is_over boolean;
    share numeric;
    price numeric := (document ->> 'subtotalExcludingTax')::numeric;
    worth numeric;
begin
    select * into terms from progress_terms t where t.order_id = its_order order by act_number desc limit 1;
    select coalesce(bool_or(r.is_final), false) into is_over from receipt r
    where r.order_id = its_order and not exists (select from receipt later where later.replaces = r.receipt_id and later.agency_id = r.agency_id);
    if terms.kind is not null and not is_over then
        share := withheld_share(terms, price);
        return price - ceil(greatest(price - released_tasks(terms), 0) * share * 100) / 100;
    end if;
    with accepted as (
        select line ->> 'key' as key, sum((line ->> 'accepted')::numeric) as quantity
        from receipt r, jsonb_array_elements(r.lines) line
        where r.order_id = its_order
            and not exists (select from receipt later where later.replaces = r.receipt_id and later.agency_id = r.agency_id)
        group by 1
    ), advanced as (
        select line ->> 'key' as key, sum((line ->> 'amount')::numeric) as amount
        from invoice i
        join invoice_version v on v.invoice_id = i.invoice_id and v.agency_id = i.agency_id and v.invoice_version = i.current_version,
            jsonb_array_elements(v.lines) line
        where i.order_id = its_order and (i.state in ('APPROVED', 'PAID') or i.paid > 0) and (line ->> 'advance')::boolean
        group by 1
    )
    select sum(least((line ->> 'amount')::numeric,
        greatest(round(a.quantity * (line ->> 'unitPrice')::numeric, 2), d.amount, 0)))
    into worth
    from jsonb_array_elements(document -> 'lines') line
    left join accepted a on a.key = order_number_key(line ->> 'lineId')
    left join advanced d on d.key = order_number_key(line ->> 'lineId');
    if coalesce(worth, 0) = 0 then
        return 0;
    end if;
    return least((document ->> 'total')::numeric,
        worth + (document ->> 'tax')::numeric + (document ->> 'freight')::numeric);
end
$$;

-- A risk decision leads to 3% at least below ten million dollars, to 5% from there on (PCC 12112).
create function withheld_share(terms progress_terms, price numeric) returns numeric language sql immutable as $$
    select case when price >= 10000000 then greatest(terms.share, 0.05) else terms.share end
$$;

-- The worth of the separate and distinct tasks that are complete: what was withheld on them may be paid.
create function released_tasks(terms progress_terms) returns numeric language sql stable as $$
    select coalesce(sum((task ->> 'amount')::numeric), 0)
    from jsonb_array_elements(terms.tasks) task
    where terms.kind = 'NON_IT_SERVICES' and (task ->> 'distinct')::boolean
        and exists (
            select from receipt r
            where r.order_id = terms.order_id and task ->> 'key' = any (r.completed_tasks)
                and not exists (select from receipt later where later.replaces = r.receipt_id and later.agency_id = r.agency_id))
$$;

create function settle_order_account() returns trigger language plpgsql as $$
declare
    terms progress_terms;
    is_over boolean;
    price numeric;
begin
    select sum(p.amount), sum(p.withheld - p.released) into new.paid, new.withheld from payment p where p.order_id = new.order_id;
    new.paid := coalesce(new.paid, 0);
    new.withheld := coalesce(new.withheld, 0);
    -- While an amendment waits for its decision, nothing is paid that it would no longer allow.
    select min(payable_by(v.document, new.order_id)), min((v.document ->> 'subtotalExcludingTax')::numeric)
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
create trigger order_account_is_worked_out before insert or update on order_account
    for each row execute function settle_order_account();

create function settle_account_of_row() returns trigger language plpgsql as $$
begin
    insert into order_account (order_id, agency_id, may_be_paid, paid, withheld, least_withheld)
    values (new.order_id, new.agency_id, 0, 0, 0, 0)
    on conflict (order_id, agency_id) do update set paid = 0;
    return null;
end
$$;
create trigger receipt_counts after insert on receipt for each row execute function settle_account_of_row();
create trigger progress_terms_count after insert on progress_terms for each row execute function settle_account_of_row();

-- An amendment neither waits nor holds that allows less than what was paid.
create function settle_account_of_order() returns trigger language plpgsql as $$
begin
    update order_account set paid = 0 where order_id = new.order_id and agency_id = new.agency_id;
    return null;
end
$$;
create trigger amendment_sent_counts after insert on order_version
    for each row when (new.amendment_number > 0 and new.state = 'SUBMITTED') execute function settle_account_of_order();
create trigger draft_amendment_sent_counts after update of state on order_version
    for each row when (new.amendment_number > 0 and new.state = 'SUBMITTED' and old.state <> 'SUBMITTED')
    execute function settle_account_of_order();
create trigger amendment_in_force_counts after update of version_in_force, latest_version on purchase_order
    for each row when (old.version_in_force is not null and (new.version_in_force is distinct from old.version_in_force
        or new.latest_version <> old.latest_version))
    execute function settle_account_of_order();

create function settle_invoice() returns trigger language plpgsql as $$
begin
    select v.amount into new.amount from invoice_version v
    where v.invoice_id = new.invoice_id and v.agency_id = new.agency_id and v.invoice_version = new.current_version
        and v.order_id = new.order_id;
    select coalesce(sum(p.amount), 0), coalesce(sum(p.withheld - p.released), 0) into new.paid, new.withheld
    from payment p where p.invoice_id = new.invoice_id and p.agency_id = new.agency_id;
    if new.state = 'PAID' and new.paid < new.amount then
        new.state := 'APPROVED';
    end if;
    return new;
end
$$;
create trigger invoice_is_worked_out before insert or update on invoice for each row execute function settle_invoice();
create function settle_account_of_invoice() returns trigger language plpgsql as $$
begin
    perform 1 from invoice_version v, jsonb_array_elements(v.lines) line
    where v.invoice_id = new.invoice_id and v.agency_id = new.agency_id and (line ->> 'advance')::boolean;
    if found then
        update order_account set paid = 0 where order_id = new.order_id and agency_id = new.agency_id;
    end if;
    return null;
end
$$;
create trigger advance_invoice_counts after update of state, current_version on invoice
    for each row execute function settle_account_of_invoice();
create function refuse_other_order() returns trigger language plpgsql as $$
begin
    raise exception 'an invoice stays with its order, contractor and number';
end
$$;
create trigger invoice_keeps_its_names before update of invoice_id, order_id, agency_id, contractor_id, invoice_number on invoice
    for each row execute function refuse_other_order();

-- An invoice that was approved, and for special goods the performance bond of half of all that is payable (Guide s4 p12).
create function require_payable_invoice() returns trigger language plpgsql as $$
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
        if bonds * 2 < total then
            raise exception 'special goods are paid in part only under a performance bond of half of what is payable'
                using errcode = 'check_violation';
        end if;
    end if;
    return new;
end
$$;
create trigger payment_needs_its_invoice before insert on payment for each row execute function require_payable_invoice();
create function settle_after_payment() returns trigger language plpgsql as $$
begin
    update invoice set paid = 0 where invoice_id = new.invoice_id and agency_id = new.agency_id;
    insert into order_account (order_id, agency_id, may_be_paid, paid, withheld, least_withheld)
    values (new.order_id, new.agency_id, 0, 0, 0, 0)
    on conflict (order_id, agency_id) do update set paid = 0;
    return null;
end
$$;
create trigger payment_counts after insert on payment for each row execute function settle_after_payment();

create trigger receipt_is_history before update or delete on receipt for each row execute function refuse_change();
create trigger progress_terms_are_history before update or delete on progress_terms for each row execute function refuse_change();
create trigger order_bond_is_history before update or delete on order_bond for each row execute function refuse_change();
create trigger invoice_version_is_history before update or delete on invoice_version for each row execute function refuse_change();
create trigger invoice_act_is_history before update or delete on invoice_act for each row execute function refuse_change();
create trigger payment_is_history before update or delete on payment for each row execute function refuse_change();

-- What belongs to an order is written by its agency, and read by it and by the contractor that sees the order.
do $$
declare
    its_table text;
begin
    foreach its_table in array array['receipt', 'progress_terms', 'order_bond', 'invoice_version', 'invoice', 'invoice_act', 'payment',
        'order_account'] loop
        execute format('alter table %I enable row level security', its_table);
        execute format('create policy %1$s_tenant on %1$I using ((select tenant_sees_all()) or agency_id = (select tenant_agency()))', its_table);
        execute format('create policy %1$s_contractor on %1$I for select using ((select tenant_contractor()) is not null
            and exists (select from purchase_order o where o.order_id = %1$I.order_id and o.contractor_id = (select tenant_contractor())))',
            its_table);
    end loop;
end
$$;
