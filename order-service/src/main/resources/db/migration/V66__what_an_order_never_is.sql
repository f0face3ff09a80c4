-- What an order, an agency or an offer can never be is refused to the application's role by whatever statement, inserts among them: V55 holds the
-- table of transitions for what is there already. Only what is written from now on is looked at, so that what an earlier release stored stands.
-- The owner of the tables, who migrates and restores, is not held: rows are restored in the state in which they were.
create function writes_as_application(owned oid) returns boolean language sql stable as $$
    select not pg_has_role(session_user, relowner, 'usage') from pg_class where oid = owned
$$;

alter table order_version add constraint order_version_state_is_known check (state in ('DRAFT', 'SUBMITTED', 'ISSUED', 'RETURNED', 'ACCEPTED',
    'REJECTED', 'AMENDED', 'TERMINATED', 'LAPSED')) not valid;
alter table order_version validate constraint order_version_state_is_known;
alter table agency add constraint agency_type_is_known check (type in ('CITY', 'COUNTY', 'CITY_AND_COUNTY', 'DISTRICT', 'K12',
    'COMMUNITY_COLLEGE', 'CSU', 'UC', 'OTHER_LOCAL_BODY', 'STATE_DEPARTMENT')) not valid;
alter table agency validate constraint agency_type_is_known;

-- The conditions stand at the triggers, where they cost next to nothing; the functions tell what is wrong.
create function refuse_to_the_application() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if writes_as_application(tg_relid) then
        raise exception '%: refused on %', tg_argv[0], tg_table_name using errcode = 'check_violation';
    end if;
    return new;
end
$$;

-- Only a body that is empowered to spend public funds comes to the schedules; one that loses that stays known, and places no more orders.
create trigger agency_spends_public_funds before insert on agency
    for each row when (not new.empowered_to_expend_public_funds) execute function refuse_to_the_application('agency_spends_public_funds');

-- An order begins with its first version, a draft or sent, and keeps what names it. (Its agency is held by the row's policy.)
create trigger purchase_order_begins_at_its_beginning before insert on purchase_order
    for each row when (new.state not in ('DRAFT', 'SUBMITTED') or new.version <> 1 or new.latest_version <> 1
        or new.version_in_force is not null or new.work_stopped)
    execute function refuse_to_the_application('order_begins_at_its_beginning');
create trigger purchase_order_keeps_its_names before update on purchase_order
    for each row when (new.order_id <> old.order_id or new.agency_order_number <> old.agency_order_number
        or new.contractor_id <> old.contractor_id or new.order_date <> old.order_date)
    execute function refuse_to_the_application('order_keeps_its_names');

-- A version is written as a draft or sent, as the next one of its order and of its amendment (Guide s3 p9). The first one of an order is written
-- by one statement with the order, which does not see it yet.
create function require_next_version() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not writes_as_application(tg_relid) then
        return new;
    end if;
    if new.state not in ('DRAFT', 'SUBMITTED') or new.decision is not null then
        raise exception 'version_begins_as_a_draft_or_sent: % of order %', new.document_version, new.order_id
            using errcode = 'check_violation';
    end if;
    perform 1 from purchase_order o
    join order_version before on before.order_id = o.order_id and before.agency_id = o.agency_id
        and before.document_version = new.document_version - 1
    left join order_version in_force on in_force.order_id = o.order_id and in_force.agency_id = o.agency_id
        and in_force.document_version = o.version_in_force
    where o.order_id = new.order_id and o.agency_id = new.agency_id and o.latest_version = new.document_version
        and o.version = new.act_number and new.amendment_number = coalesce(in_force.amendment_number + 1, 0);
    if not found then
        raise exception 'versions_and_amendments_count_without_a_gap: version %, amendment % of order %', new.document_version,
            new.amendment_number, new.order_id using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger order_version_is_the_next before insert on order_version
    for each row when (new.state not in ('DRAFT', 'SUBMITTED') or new.decision is not null or new.document_version <> 1
        or new.amendment_number <> 0 or new.act_number <> 1)
    execute function require_next_version();

-- What goes out or comes back was decided so.
create trigger order_version_goes_as_it_was_decided before update of state on order_version
    for each row when (old.state = 'SUBMITTED' and (
        new.state in ('ISSUED', 'AMENDED') and new.decision ->> 'decision' is distinct from 'ISSUE'
        or new.state = 'RETURNED' and new.decision ->> 'decision' is distinct from 'RETURN'
        or new.state = 'ISSUED' and new.amendment_number > 0
        or new.state = 'AMENDED' and new.amendment_number = 0))
    execute function refuse_to_the_application('version_goes_as_it_was_decided');

-- At the end of a transaction an order stands where the version stands that counts: the one in force, which was decided, or before the first issue
-- the latest. What moved it is in its history. No foreign keys: versions, agencies and acts are never deleted, and each insert would
-- lock a row of them.
create function require_standing_order() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
    standing record;
begin
    if not writes_as_application(tg_relid) then
        return null;
    end if;
    -- As it is now: the transaction may have gone on since the change that is looked at.
    select o.state, o.version_in_force, o.latest_version, v.state as of_version, v.decision into standing
    from purchase_order o
    left join order_version v on v.order_id = o.order_id and v.agency_id = o.agency_id
        and v.document_version = coalesce(o.version_in_force, o.latest_version)
    where o.order_id = new.order_id and o.agency_id = new.agency_id;
    if standing.of_version is distinct from standing.state
        or standing.version_in_force is not null and standing.state in ('DRAFT', 'SUBMITTED', 'RETURNED')
        or standing.version_in_force is null and standing.state not in ('DRAFT', 'SUBMITTED', 'RETURNED') then
        raise exception 'order_stands_where_its_version_stands: order % is %, its version %', new.order_id, standing.state,
            standing.of_version using errcode = 'check_violation';
    end if;
    if tg_op = 'INSERT' then
        if not exists (select from agency a where a.agency_id = new.agency_id) then
            raise exception 'order_of_a_registered_agency: % is none', new.agency_id using errcode = 'check_violation';
        end if;
        return null;
    end if;
    if not exists (select from order_version v where v.order_id = new.order_id and v.agency_id = new.agency_id
            and v.document_version = standing.latest_version) then
        raise exception 'order_has_its_latest_version: order % has no version %', new.order_id, standing.latest_version
            using errcode = 'check_violation';
    end if;
    if new.version_in_force is distinct from old.version_in_force and standing.decision is null then
        raise exception 'in_force_by_a_decision: version % of order %', standing.version_in_force, new.order_id
            using errcode = 'check_violation';
    end if;
    if (new.state <> old.state or new.version_in_force is distinct from old.version_in_force)
        and not exists (select from order_act a where a.order_id = new.order_id and a.act_number = new.version and a.agency_id = new.agency_id)
        and not exists (select from order_version v where v.order_id = new.order_id and v.agency_id = new.agency_id
            and v.document_version = new.latest_version and v.act_number = new.version) then
        raise exception 'moved_by_an_act: order % has no act %', new.order_id, new.version using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create constraint trigger purchase_order_begins_with_its_version after insert on purchase_order
    deferrable initially deferred for each row execute function require_standing_order();
create constraint trigger purchase_order_stands_where_its_version_stands after update on purchase_order
    deferrable initially deferred for each row when (new.state <> old.state or new.latest_version <> old.latest_version
        or new.version_in_force is distinct from old.version_in_force)
    execute function require_standing_order();
-- A version that moves alone leaves its order behind.
create function require_order_to_follow() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if writes_as_application(tg_relid) and exists (select from purchase_order o
            join order_version v on v.order_id = o.order_id and v.agency_id = o.agency_id
                and v.document_version = coalesce(o.version_in_force, o.latest_version)
            where o.order_id = new.order_id and o.agency_id = new.agency_id and v.document_version = new.document_version
                and v.state <> o.state) then
        raise exception 'order_stands_where_its_version_stands: version % of order % is %', new.document_version, new.order_id, new.state
            using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create constraint trigger order_version_moves_its_order after update of state on order_version
    deferrable initially deferred for each row when (new.state <> old.state) execute function require_order_to_follow();

-- An offer that came after the moment set is late, whoever writes it (Guide s2 p7).
create function require_offer_in_time() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if writes_as_application(tg_relid) and exists (select from request_for_offer r
            where r.request_id = new.request_id and r.agency_id = new.agency_id
                and new.received_at > coalesce((r.content ->> 'offersDueAt')::timestamptz, r.closed_at)) then
        raise exception 'responsive_offer_in_time: offer % came at %', new.offer_id, new.received_at using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger offer_is_responsive_in_time before insert on offer
    for each row when (new.standing = 'RESPONSIVE') execute function require_offer_in_time();
