-- Totals kept in the transaction that posts or files, so that a dashboard reads a row for what a million entries come to.

create table fee_total (
    view text not null check (view in ('QUARTER', 'AGENCY_TYPE', 'CONTRACTOR')),
    member text not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    sales numeric not null,
    fee_due numeric not null,
    sales_waived numeric not null,
    fee_waived numeric not null,
    orders bigint not null,
    primary key (view, quarter, member)
);
comment on column fee_total.member is 'the agency type or the contractor id; empty for the quarter as a whole';

create table report_total (
    view text not null check (view in ('QUARTER', 'CONTRACTOR')),
    member text not null,
    quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    expected bigint not null,
    filed bigint not null,
    fee_due_filed numeric not null,
    primary key (view, quarter, member)
);
