-- A task that a receipt says is complete stays as it was agreed (PP-NONIT-SERVICES): by another amount all that was withheld would be released.
create function refuse_change_of_complete_task() returns trigger language plpgsql as $$
declare
    before progress_terms;
    task jsonb;
begin
    select * into before from progress_terms t
    where t.order_id = new.order_id and t.agency_id = new.agency_id and t.act_number < new.act_number
    order by act_number desc limit 1;
    if before.kind is null then
        return new;
    end if;
    for task in
        select each from jsonb_array_elements(before.tasks) each
        where exists (
            select from receipt r
            where r.order_id = new.order_id and each ->> 'key' = any (r.completed_tasks)
                and not exists (select from receipt later where later.replaces = r.receipt_id and later.agency_id = r.agency_id))
    loop
        if new.kind <> before.kind or not exists (
            select from jsonb_array_elements(new.tasks) same
            where same ->> 'key' = task ->> 'key' and (same ->> 'amount')::numeric = (task ->> 'amount')::numeric
                and same ->> 'distinct' = task ->> 'distinct')
        then
            raise exception 'task % is complete and stays as it was agreed', task ->> 'key'
                using errcode = 'check_violation', constraint = 'complete_task_stays';
        end if;
    end loop;
    return new;
end
$$;
create trigger complete_task_stays before insert on progress_terms for each row execute function refuse_change_of_complete_task();

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
