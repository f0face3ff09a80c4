-- The file of a dashboard's export is kept for a time (docs/adr/0072): the same filter and position make it again. What is known of it
-- stays: who asked for it and when, its rows, sums, size and hash.
alter table dashboard_export add column file_removed_at timestamptz;
comment on column dashboard_export.file_removed_at is 'when its pieces were removed; null while they are kept, or where there are none';
create index dashboard_export_kept on dashboard_export (ended_at) where file_removed_at is null and sha256 is not null;

-- A piece is never changed, and removed only together with the note that the file was.
drop trigger dashboard_export_part_append_only on dashboard_export_part;
create trigger dashboard_export_part_append_only before update or truncate on dashboard_export_part
    for each statement execute function refuse_change();
create function dashboard_export_file_is_kept() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
    if exists (select from dashboard_export e where e.export_id = old.export_id and e.file_removed_at is null) then
        raise exception 'the file of export % is kept', old.export_id using errcode = 'integrity_constraint_violation';
    end if;
    return old;
end $$;
create trigger dashboard_export_part_kept before delete on dashboard_export_part
    for each row execute function dashboard_export_file_is_kept();
