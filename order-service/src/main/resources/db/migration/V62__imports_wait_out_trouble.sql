-- Trouble that passes, such as a lock that is held or a database that is away, does not count as a start in vain: the import waits, longer
-- each time, and says so (docs/adr/0064). What is asked of a running import is noted beside it: its row is held while it is worked on.
alter table order_import
    add column troubles integer not null default 0 check (troubles >= 0),
    add column trouble text,
    add column waits_until timestamptz;

create table order_import_cancellation (
    import_id uuid not null,
    agency_id uuid not null,
    asked_at timestamptz not null,
    asked_by text not null,
    primary key (import_id, agency_id)
);
create trigger order_import_cancellation_is_history before update or delete on order_import_cancellation
    for each row execute function refuse_change();
alter table order_import_cancellation enable row level security;
create policy order_import_cancellation_tenant on order_import_cancellation
    using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));
