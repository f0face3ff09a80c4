-- Orders to build the index of price lines anew; every instance carries out the last one, once.
create table search_index_rebuild (
    id       bigint      generated always as identity primary key,
    asked_at timestamptz not null,
    asked_by text        not null
);

create function refuse_change_of_search_index_rebuild() returns trigger language plpgsql as $$
begin
    raise exception 'an order to build the index anew stays as it is: % refused', lower(tg_op)
        using errcode = 'integrity_constraint_violation';
end $$;
create trigger search_index_rebuild_stays before update or delete on search_index_rebuild
    for each row execute function refuse_change_of_search_index_rebuild();
