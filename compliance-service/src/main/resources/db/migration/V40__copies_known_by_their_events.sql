-- The versions that the copies hold already. Which events told them was not kept, so what comes next is taken whatever its version.
insert into copied_aggregate (topic, aggregate_id, version, counted_from)
select 'cmas.agencies', agency_id::text, version, version + 1 from agency
union all
select 'cmas.contractors', contractor_id::text, version, version + 1 from contractor
union all
select 'cmas.agreements', cmas_number, max(version), max(version) + 1
from (select cmas_number, version from agreement_snapshot
    union all select cmas_number, published_version from price_list where published_version is not null) as told
group by cmas_number;
