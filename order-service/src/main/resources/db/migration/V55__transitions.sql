-- The table of transitions, held here too, whoever writes: a version goes only where an act leads it, and an order stands only where its version in
-- force, or its latest before the first issue, can have led it. The application's own table is Lifecycle; a test compares the two cell by cell.
create function require_transition() returns trigger language plpgsql as $$
begin
    raise exception 'no_such_transition: % goes from % to %', tg_table_name, old.state, new.state using errcode = 'check_violation';
end
$$;
create trigger order_version_goes_where_acts_lead before update of state on order_version
    for each row when (old.state <> new.state and old.state || '>' || new.state not in (
        'DRAFT>SUBMITTED', 'DRAFT>LAPSED', 'SUBMITTED>ISSUED', 'SUBMITTED>AMENDED', 'SUBMITTED>RETURNED', 'SUBMITTED>LAPSED',
        'RETURNED>LAPSED', 'ISSUED>ACCEPTED', 'ISSUED>REJECTED', 'ISSUED>TERMINATED', 'AMENDED>ACCEPTED', 'AMENDED>REJECTED',
        'AMENDED>TERMINATED', 'ACCEPTED>TERMINATED', 'REJECTED>TERMINATED'))
    execute function require_transition();
-- A new version in place of one that came back is a draft or sent; an amendment that is issued takes the place of what was in force.
create trigger purchase_order_goes_where_acts_lead before update of state on purchase_order
    for each row when (old.state <> new.state and old.state || '>' || new.state not in (
        'DRAFT>SUBMITTED', 'SUBMITTED>ISSUED', 'SUBMITTED>RETURNED', 'RETURNED>DRAFT', 'RETURNED>SUBMITTED', 'ISSUED>ACCEPTED',
        'ISSUED>REJECTED', 'ISSUED>AMENDED', 'ISSUED>TERMINATED', 'AMENDED>ACCEPTED', 'AMENDED>REJECTED', 'AMENDED>TERMINATED',
        'ACCEPTED>AMENDED', 'ACCEPTED>TERMINATED', 'REJECTED>AMENDED', 'REJECTED>TERMINATED'))
    execute function require_transition();
-- The counts of an order only grow.
create function require_growth() returns trigger language plpgsql as $$
begin
    raise exception 'counts_only_grow: order % was at version % and act %', old.order_id, old.latest_version, old.version
        using errcode = 'check_violation';
end
$$;
create trigger purchase_order_counts_on before update of version, latest_version on purchase_order
    for each row when (new.version < old.version or new.latest_version < old.latest_version)
    execute function require_growth();
