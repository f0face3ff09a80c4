-- Which orders lie under which agreement: a copy of what the order service tells, so that a supplement's preview can say whom it meets.
create table order_under_agreement (
    cmas_number         text           not null,
    order_id            uuid           not null,
    agency_id           uuid           not null,
    agency_order_number text           not null,
    amendment_number    integer        not null check (amendment_number >= 0),
    order_date          date           not null,
    subtotal            numeric(18, 2) not null,
    is_open             boolean        not null,
    version             bigint         not null check (version >= 1),
    primary key (cmas_number, order_id)
);

comment on column order_under_agreement.cmas_number is 'canonical; an order may name an agreement that the registry does not hold';
comment on column order_under_agreement.subtotal is 'of the agreement''s part, without tax and freight';
comment on column order_under_agreement.is_open is 'false once it is rejected or terminated, or amended so that nothing of it is under the agreement';
comment on column order_under_agreement.version is 'of the order''s events';

create index order_under_agreement_of_order on order_under_agreement (order_id);
create index order_under_agreement_by_date on order_under_agreement (cmas_number, order_date, order_id) where is_open;

alter table order_under_agreement enable row level security;
create policy order_under_agreement_tenant on order_under_agreement using (
    (select tenant_sees_all()) or agency_id = (select tenant_agency()));
