-- Policies that an agency sets for a later day, and those that loosen one of its controls, which another person confirms. What was set stays as it was
-- set; what is done with it is added.
create table agency_policy_change (
    change_id uuid not null,
    agency_id uuid not null,
    state text not null check (state in ('AWAITS_CONFIRMATION', 'AWAITS_DAY', 'ADOPTED', 'WITHDRAWN')),
    effective_on date not null,
    loosens text[] not null,
    policy text not null check (policy is json object),
    proposed_at timestamptz not null,
    proposed_by text not null,
    confirmed_at timestamptz,
    confirmed_by text,
    withdrawn_at timestamptz,
    withdrawn_by text,
    -- the agency's version that adopted it
    adopted_version bigint,
    version bigint not null check (version > 0),
    primary key (change_id, agency_id),
    constraint confirmed_by_another check (order_number_key(confirmed_by) <> order_number_key(proposed_by)),
    constraint adopted_with_its_version check ((state = 'ADOPTED') = (adopted_version is not null)),
    constraint withdrawn_by_somebody check ((state = 'WITHDRAWN') = (withdrawn_by is not null)),
    constraint loosened_by_two check (state <> 'ADOPTED' or cardinality(loosens) = 0 or confirmed_by is not null),
    constraint one_change_a_version unique (agency_id, adopted_version)
);
create index agency_policy_change_due on agency_policy_change (effective_on) where state = 'AWAITS_DAY';
create trigger agency_policy_change_stays_as_it_was_set before update on agency_policy_change
    for each row when (new.policy <> old.policy or new.effective_on <> old.effective_on or new.proposed_by <> old.proposed_by
        or new.proposed_at <> old.proposed_at or old.state in ('ADOPTED', 'WITHDRAWN'))
    execute function refuse_change();
create trigger agency_policy_change_is_history before delete on agency_policy_change for each row execute function refuse_change();

alter table agency_policy_change enable row level security;
create policy agency_policy_change_tenant on agency_policy_change
    using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));

-- Whether settings let somebody approve who did not, or up to more. Without a list of approvers everybody approves who has the role.
create function approvers_are_widened(was jsonb, now_is jsonb) returns boolean language sql immutable
    set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(jsonb_typeof(was -> 'approvers'), 'null') <> 'null' and (
        coalesce(jsonb_typeof(now_is -> 'approvers'), 'null') = 'null'
        or exists (select from jsonb_array_elements(now_is -> 'approvers') young
            where not exists (select from jsonb_array_elements(was -> 'approvers') old
                where order_number_key(old ->> 'name') = order_number_key(young ->> 'name')
                    and (old ->> 'limit' is null or (young ->> 'limit')::numeric <= (old ->> 'limit')::numeric))))
$$;

-- Nobody switches off alone what is to control him: approval by another person, who approves up to how much, and the limit that stops. The application
-- tells of more (OwnRules.loosenedBy); that two persons act is held here too, whoever writes.
create function require_second_person_to_loosen() returns trigger language plpgsql security definer
    set search_path = pg_catalog, public, pg_temp as $$
declare
    was jsonb := coalesce(old.settings::jsonb, '{}');
    now_is jsonb := coalesce(new.settings::jsonb, '{}');
begin
    if writes_as_application(tg_relid)
        and ((was ->> 'approvalRequired')::boolean
                and (not coalesce((now_is ->> 'approvalRequired')::boolean, false) or approvers_are_widened(was, now_is))
            or old.order_limit_action = 'BLOCK' and old.order_limit is not null
                and (new.order_limit is null or new.order_limit_action is distinct from 'BLOCK' or new.order_limit > old.order_limit))
        and not exists (select from agency_policy_change c
            where c.agency_id = new.agency_id and c.adopted_version = new.version and c.confirmed_by is not null)
    then
        raise exception 'loosened_by_two: version % of agency % loosens a control that nobody else confirmed', new.version, new.agency_id
            using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger agency_is_loosened_by_two before update on agency for each row
    when (old.settings is distinct from new.settings or old.order_limit is distinct from new.order_limit
        or old.order_limit_action is distinct from new.order_limit_action)
    execute function require_second_person_to_loosen();
