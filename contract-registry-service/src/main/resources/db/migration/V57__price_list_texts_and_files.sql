-- The words of price lines are found in each instance's own index (docs/adr/0055). One list is looked through by its own lines, and what is
-- asked of them (words, or a part of the text, or of the item id) is not answered by either of these.
drop index price_line_words;
drop index price_line_trigrams;

-- A sent file is kept for so long that what is wrong with it can be mended and looked into; then its pieces go. What is known of it stays:
-- who sent it and when, its size and hash, what came of it, and its faulty rows.
alter table price_list_import add column file_removed_at timestamptz;
comment on column price_list_import.file_removed_at is 'of a file of its own: when its pieces were removed; null while they are kept';
create index price_list_import_source on price_list_import (source_import_id);
create index price_list_import_kept on price_list_import (ended_at) where file_removed_at is null and source_import_id = import_id;

-- A piece is never changed, and removed only together with the note that its file was.
drop trigger price_list_import_piece_stays on price_list_import_piece;
create trigger price_list_import_piece_stays before update on price_list_import_piece
    for each row execute function refuse_change_of_price_list_import();
create function price_list_file_is_kept() returns trigger language plpgsql as $$
begin
    if exists (select from price_list_import i where i.import_id = old.import_id and i.file_removed_at is null) then
        raise exception 'the file of import % is kept', old.import_id using errcode = 'integrity_constraint_violation';
    end if;
    return old;
end $$;
create trigger price_list_import_piece_kept before delete on price_list_import_piece
    for each row execute function price_list_file_is_kept();
