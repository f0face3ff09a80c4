-- Firms that an issued order calls of one family, so that the ban on follow-on orders (Guide s9 p19) reaches them also from an order that
-- names none. Nothing ends it. Whoever orders next learns only that there is an earlier order.
create table named_affiliate (
    agency_id     uuid not null,
    order_id      uuid not null,
    contractor_id uuid not null,
    affiliate_id  uuid not null check (affiliate_id <> contractor_id),
    named_on      date not null,
    primary key (agency_id, order_id, affiliate_id)
);

create index named_affiliate_by_contractor on named_affiliate (contractor_id, named_on desc);
create index named_affiliate_by_affiliate on named_affiliate (affiliate_id, named_on desc);

alter table named_affiliate enable row level security;
create policy named_affiliate_tenant on named_affiliate
    using ((select tenant_sees_all()) or agency_id = (select tenant_agency()));

create function refuse_named_affiliate_change() returns trigger language plpgsql as $$
begin
    raise exception 'that an order named an affiliate is never changed' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger named_affiliate_is_kept before update or delete or truncate on named_affiliate
    for each statement execute function refuse_named_affiliate_change();
