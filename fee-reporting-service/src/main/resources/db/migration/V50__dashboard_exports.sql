-- Exports of dashboards: asked for, written by a job in pieces, and read piece by piece. Pinned to a position, so each is the file of one
-- moment and can be made again.
create table dashboard_export (
    export_id uuid primary key,
    content text not null check (content in ('LINES', 'FIGURES')),
    format text not null check (format in ('CSV', 'XLSX', 'JSON')),
    view text not null,
    member text,
    from_quarter text not null check (from_quarter ~ '^[0-9]{4}-Q[1-4]$'),
    through_quarter text not null check (through_quarter ~ '^[0-9]{4}-Q[1-4]$'),
    position bigint not null,
    requested_by text not null,
    requested_at timestamptz not null,
    starts int not null default 0,
    ended_at timestamptz,
    failure text,
    row_count bigint,
    sales numeric,
    fee_due numeric,
    bytes bigint,
    sha256 text,
    check (ended_at is null or (failure is null) = (row_count is not null and sha256 is not null))
);
create index dashboard_export_open on dashboard_export (export_id) where ended_at is null;
comment on column dashboard_export.sales is 'the sum over the rows of the file, dollars';

create table dashboard_export_part (
    export_id uuid not null references dashboard_export,
    part int not null check (part > 0),
    content bytea not null,
    primary key (export_id, part)
);
create trigger dashboard_export_part_append_only before update or delete or truncate on dashboard_export_part
    for each statement execute function refuse_change();

alter table dashboard_export enable row level security;
create policy dashboard_export_tenant on dashboard_export using ((select tenant_sees_all()));
alter table dashboard_export_part enable row level security;
create policy dashboard_export_part_tenant on dashboard_export_part using ((select tenant_sees_all()));
