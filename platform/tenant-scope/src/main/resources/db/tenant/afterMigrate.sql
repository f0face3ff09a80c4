-- The rights of the application's role, brought up to date at every start, so that a new table, and a new role, has them without
-- anybody's doing: rows are read, added and changed, except where the database refuses a change to everybody; they are removed only
-- where the service names the table. What is not said here the role cannot do: it owns nothing, and truncates nothing.
do $$
declare
    application constant name := '${applicationRole}';
    removed_from constant text[] := array['idempotent_request', 'client_allowance', 'handled_event', 'handled_source', 'handled_partition', 'parked_event']
        || string_to_array(replace('${tablesWithDeletes}', ' ', ''), ',');
    -- Bits of pg_trigger.tgtype.
    before constant int := 2;
    upon_update constant int := 16;
    rows record;
begin
    -- Instances that start together would change the same rows of the catalog.
    perform pg_advisory_xact_lock(0x636d61732072676d); -- the letters "cmas rgm"
    if application = current_user or exists (
        select from pg_roles where rolname = application and (rolsuper or rolbypassrls)) or pg_has_role(application, current_user, 'member') then
        raise exception 'The application connects as %, who is the owner of the tables or a superuser, and sees every tenant''s rows.', application
            using hint = 'Make a role that owns nothing and give it as CMAS_DB_USER; the owner is CMAS_DB_OWNER. See docs/operations.md.';
    end if;
    execute format('grant usage on schema %I to %I', current_schema(), application);
    execute format('grant usage, select on all sequences in schema %I to %I', current_schema(), application);
    for rows in
        select c.oid, format('%I.%I', current_schema(), c.relname) as name, c.relname = any (removed_from) as may_go,
            c.relkind = 'v' as is_view,
            bool_or(refusal.tgattr = '') as never_changed,
            array_agg(distinct kept.attname) filter (where kept.attname is not null) as kept_columns
        from pg_class c
        left join lateral (
            select t.tgattr from pg_trigger t join pg_proc p on p.oid = t.tgfoid
            where t.tgrelid = c.oid and p.proname like 'refuse\_%' and t.tgqual is null
                and t.tgtype & before <> 0 and t.tgtype & upon_update <> 0) refusal on true
        left join pg_attribute kept on kept.attrelid = c.oid and kept.attnum = any (refusal.tgattr)
        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v')
            and c.relname <> 'flyway_schema_history'
            -- Those of extensions are not the service's.
            and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
        group by c.oid, c.relname, c.relkind
    loop
        execute format('grant select on %s to %I', rows.name, application);
        if rows.is_view then
            continue;
        end if;
        execute format('grant insert on %s to %I', rows.name, application);
        if rows.never_changed then
            execute format('revoke update on %s from %I', rows.name, application);
        elsif rows.kept_columns is null then
            execute format('grant update on %s to %I', rows.name, application);
        else
            execute format('revoke update on %s from %I', rows.name, application);
            execute (
                select format('grant update (%s) on %s to %I', string_agg(quote_ident(attname), ', '), rows.name, application)
                from pg_attribute where attrelid = rows.oid and attnum > 0 and not attisdropped and attname <> all (rows.kept_columns));
        end if;
        execute format(case when rows.may_go then 'grant delete on %s to %I' else 'revoke delete on %s from %I' end, rows.name, application);
    end loop;
end
$$;
