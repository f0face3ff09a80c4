-- Whoever may make a temporary table could put one in the place of a table that a trigger reads: the triggers look there last.
do $$
declare
    its_function regprocedure;
begin
    for its_function in
        select p.oid::regprocedure from pg_proc p
        join pg_namespace n on n.oid = p.pronamespace
        join pg_language l on l.oid = p.prolang
        where n.nspname = 'public' and l.lanname = 'plpgsql'
            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    loop
        execute format('alter function %s set search_path = pg_catalog, public, pg_temp', its_function);
    end loop;
end
$$;
