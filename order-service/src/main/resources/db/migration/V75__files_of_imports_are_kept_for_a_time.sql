-- The file of an import is kept for a time (docs/adr/0073): it is read while the import goes on, and after that only by whoever asks what was
-- sent. Who sent it and when, its hash, its counts and what became of each row stay, and so do its orders.
alter table order_import add column file_removed_at timestamptz;
comment on column order_import.file_removed_at is 'when its pieces were removed; null while they are kept';
alter table order_import add constraint no_file_removed_while_it_is_read check (file_removed_at is null or ended_at is not null);
create index order_import_kept on order_import (ended_at) where file_removed_at is null and ended_at is not null;

-- A piece is never changed, and removed only together with the note that the file was.
drop trigger order_import_piece_is_history on order_import_piece;
create trigger order_import_piece_is_history before update on order_import_piece for each row execute function refuse_change();
create function order_import_file_is_kept() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
    if not exists (
            select from order_import i
            where i.import_id = old.import_id and i.agency_id = old.agency_id and i.file_removed_at is not null) then
        raise exception 'the file of import % is kept', old.import_id using errcode = 'integrity_constraint_violation';
    end if;
    return old;
end $$;
create trigger order_import_piece_kept before delete on order_import_piece
    for each row execute function order_import_file_is_kept();
