-- The two roles of one service's database, for a new database and for one of an earlier release alike. As a superuser:
--
--   psql -d cmas_order -v owner=cmas_order -v application=cmas_order_app -f deploy/database-roles.sql
--
-- The owner has what the migrations make; the application owns nothing. What another role owns in the database until now, a former
-- single role or a superuser, becomes the owner's. Passwords: \password cmas_order, \password cmas_order_app.
\set ON_ERROR_STOP on
select format('create role %I login', role) from unnest(array[:'owner', :'application']) role
where not exists (select from pg_roles where rolname = role) \gexec
select format('alter database %I owner to %I', current_database(), :'owner') \gexec
-- Tables take their sequences and indexes with them; what belongs to an extension stays with it.
select format('alter %s public.%I owner to %I',
    case relkind when 'v' then 'view' when 'S' then 'sequence' else 'table' end, relname, :'owner')
from pg_class c
where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('e', 'i', 'a')) \gexec
select format('alter function %s owner to %I', p.oid::regprocedure, :'owner')
from pg_proc p
where pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e') \gexec
