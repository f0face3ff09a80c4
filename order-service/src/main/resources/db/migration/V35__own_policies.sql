-- What an agency sets for itself beside its order limit and number of offers: a JSON object, null where it set nothing. The limit and
-- the number stay in their columns, which an instance of the version before goes on writing beside this one.
alter table agency add column settings text check (settings is json object);

-- Every policy that an agency ever adopted, with its day: an order or a request of any day is read by the policy of its day.
create table agency_policy (
    agency_id uuid not null,
    -- the agency's version that adopted it
    version bigint not null check (version > 0),
    adopted_on date not null,
    adopted_by text not null,
    policy text not null check (policy is json object),
    primary key (agency_id, version)
);
create trigger agency_policy_is_history before update or delete on agency_policy
    for each row execute function refuse_change();

-- Those of before are in the journal, in the full state that each event of an agency tells.
insert into agency_policy (agency_id, version, adopted_on, adopted_by, policy)
select aggregate_id::uuid, aggregate_version, (occurred_at at time zone 'America/Los_Angeles')::date, actor, policy::text
from (
    select *, lag(policy, 1, '{}') over (partition by aggregate_id order by aggregate_version) as before
    from (select *, coalesce(payload::jsonb -> 'policy', '{}') as policy from journal where topic = 'cmas.agencies') state) told
where policy <> before;

alter table agency_policy enable row level security;
create policy agency_policy_directory on agency_policy for select using ((select tenant_is_known()));
create policy agency_policy_tenant on agency_policy using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
