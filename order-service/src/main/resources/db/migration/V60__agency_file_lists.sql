-- What belongs in the file of each of an agency's orders, as the agency edits it (DOC-FILE, docs/adr/0064). The list counts for orders dated
-- on its first day and later; of several of one first day the one recorded last.
create table agency_file_list (
    list_id uuid not null,
    agency_id uuid not null,
    list_number bigint not null generated always as identity,
    valid_from date not null,
    document jsonb not null,
    primary key (list_id, agency_id)
);
create index agency_file_list_by_day on agency_file_list (agency_id, valid_from desc, list_number desc);
create trigger agency_file_list_is_history before update or delete on agency_file_list for each row execute function refuse_change();
alter table agency_file_list enable row level security;
create policy agency_file_list_tenant on agency_file_list using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
