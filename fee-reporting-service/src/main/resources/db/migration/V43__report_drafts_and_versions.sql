-- What a contractor says about a report before it files it, each saving kept; the versions filed after the first, each linked to the one
-- that it corrects; reports that DGS returned as incomplete; and what each filing came to beside the ledger.

create table report_draft (
    cmas_number text not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    version int not null check (version > 0),
    contractor_id uuid not null,
    origin text not null check (origin in ('LINES', 'UPLOAD')),
    saved_at timestamptz not null,
    saved_by text not null,
    document text not null,
    primary key (cmas_number, quarter, version)
);
comment on column report_draft.version is 'counts the savings of a report from 1; the last one counts until a filing has used it';

alter table filed_statement add column draft_version int check (draft_version > 0);
comment on column filed_statement.draft_version is 'the draft that it was filed with; null when it was filed as pre-filled';

create table report_version (
    cmas_number text not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    version int not null check (version >= 2),
    contractor_id uuid not null,
    receipt_number text not null unique,
    corrects_receipt_number text not null,
    draft_version int not null,
    reason text not null check (reason in ('RETURNED_AS_INCOMPLETE', 'LATE_FOUND_ORDER', 'WRONG_AMOUNT', 'WRONG_QUARTER', 'OTHER')),
    filed_at timestamptz not null,
    filed_by text not null,
    document text not null,
    document_sha256 text not null,
    primary key (cmas_number, quarter, version),
    unique (cmas_number, quarter, draft_version)
);
comment on column report_version.version is 'the first filing is 1 and stands in filed_statement';

create table report_return (
    cmas_number text not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    version int not null check (version > 0),
    contractor_id uuid not null,
    reasons text[] not null check (cardinality(reasons) > 0),
    returned_at timestamptz not null,
    returned_by text not null,
    primary key (cmas_number, quarter, version)
);
comment on column report_return.version is 'the version that DGS sent back; a later one answers it';

create table report_comparison (
    cmas_number text not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    version int not null check (version > 0),
    contractor_id uuid not null,
    accrued_sales numeric not null,
    accrued_fee numeric not null,
    reported_sales numeric not null,
    reported_fee numeric not null,
    primary key (cmas_number, quarter, version)
);
comment on column report_comparison.reported_sales is 'of local orders, dollars before tax and freight';

create trigger report_draft_append_only before update or delete or truncate on report_draft
    for each statement execute function refuse_change();
create trigger report_version_append_only before update or delete or truncate on report_version
    for each statement execute function refuse_change();
create trigger report_return_append_only before update or delete or truncate on report_return
    for each statement execute function refuse_change();
create trigger report_comparison_append_only before update or delete or truncate on report_comparison
    for each statement execute function refuse_change();

alter table report_draft enable row level security;
create policy report_draft_tenant on report_draft using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table report_version enable row level security;
create policy report_version_tenant on report_version using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table report_return enable row level security;
create policy report_return_tenant on report_return using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table report_comparison enable row level security;
create policy report_comparison_tenant on report_comparison using (
    (select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
