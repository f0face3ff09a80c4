-- For whom a transaction is (docs/adr/0035): what the row-level security policies of every service read of the setting cmas.tenant,
-- which is "all", or the agency's id, a slash and the contractor's id, each absent for none; or empty, which shows no tenant's row.
-- Policies ask by (select ...), so that it is worked out once in a statement and not for every row.

create function tenant_sees_all() returns boolean language sql stable parallel safe
    return coalesce(current_setting('cmas.tenant', true), '') = 'all';

-- A caller that is known, whoever it is.
create function tenant_is_known() returns boolean language sql stable parallel safe
    return coalesce(current_setting('cmas.tenant', true), '') <> '';

create function tenant_agency() returns uuid language sql stable parallel safe
    return case when strpos(current_setting('cmas.tenant', true), '/') > 0
        then nullif(split_part(current_setting('cmas.tenant', true), '/', 1), '')::uuid end;

create function tenant_contractor() returns uuid language sql stable parallel safe
    return case when strpos(current_setting('cmas.tenant', true), '/') > 0
        then nullif(split_part(current_setting('cmas.tenant', true), '/', 2), '')::uuid end;
