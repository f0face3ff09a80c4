-- What a large file adds to a report stands as rows and not in the draft's document, so that no reader has to hold all of it
-- (docs/adr/0067). A draft without such rows has its added orders in its document.

alter table report_draft add column added_rows int not null default 0 check (added_rows >= 0);
alter table report_draft add column file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$');
comment on column report_draft.added_rows is 'how many of its added orders stand in report_draft_row; then its document has none';
comment on column report_draft.file_sha256 is 'of the uploaded file, by which the same file is known when it is sent again';

create table report_draft_row (
    cmas_number text not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    version int not null check (version > 0),
    place int not null check (place > 0),
    contractor_id uuid not null,
    agency_name text not null,
    agency_class text not null check (agency_class in ('STATE', 'LOCAL')),
    agency_billing_code text,
    purchase_order_number text not null,
    amendment_number int not null check (amendment_number between 0 and 9999),
    purchase_order_date date not null,
    total numeric not null,
    tax numeric,
    freight numeric,
    fee numeric,
    reseller text,
    agency_contact text,
    agency_address text,
    agency_phone text,
    primary key (cmas_number, quarter, version, place)
);
comment on table report_draft_row is
    'Orders that a saved draft adds. No foreign key to report_draft: both are written in one transaction and never changed, and a check per row would cost more than writing it';
comment on column report_draft_row.place is 'counts the rows of the file from 1, those included that answer a pre-filled line and so are not here';

create trigger report_draft_row_append_only before update or delete or truncate on report_draft_row
    for each statement execute function refuse_change();

alter table report_draft_row enable row level security;
create policy report_draft_row_tenant on report_draft_row using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
