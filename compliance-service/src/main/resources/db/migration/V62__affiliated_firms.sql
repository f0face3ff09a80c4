-- Which firms are of one family, each pair once in either direction however many orders say so: a list of the orders that name a firm shows
-- the family only until one firm fills it. Worked out from named_affiliate, which stays the record of who said it. It tells neither order nor
-- agency, and belongs to no tenant, so only work that sees all rows reads it.
create table affiliated_firm (
    contractor_id uuid not null,
    affiliate_id  uuid not null check (affiliate_id <> contractor_id),
    named_on      date not null,
    primary key (contractor_id, affiliate_id)
);

-- The day is the first one on which any issued order says it: nothing ends it, so on every later day it is known.
create index affiliated_firm_latest on affiliated_firm (contractor_id, named_on desc, affiliate_id);

alter table affiliated_firm enable row level security;
create policy affiliated_firm_tenant on affiliated_firm
    using ((select tenant_sees_all()));

create function note_affiliated_firms() returns trigger language plpgsql as $$
begin
    -- In one order, so that two transactions that note the same firms wait for each other and do not lock each other out.
    insert into affiliated_firm (contractor_id, affiliate_id, named_on)
    select contractor_id, affiliate_id, min(named_on)
      from (select contractor_id, affiliate_id, named_on from said
            union all
            select affiliate_id, contractor_id, named_on from said) pair
     group by contractor_id, affiliate_id
     order by contractor_id, affiliate_id
        on conflict (contractor_id, affiliate_id) do update set named_on = excluded.named_on
     where excluded.named_on < affiliated_firm.named_on;
    return null;
end
$$;

-- By the database, so that it is noted too while instances of an earlier release still write.
create trigger named_affiliate_is_noted after insert on named_affiliate
    referencing new table as said for each statement execute function note_affiliated_firms();

insert into affiliated_firm (contractor_id, affiliate_id, named_on)
select contractor_id, affiliate_id, min(named_on)
  from (select contractor_id, affiliate_id, named_on from named_affiliate
        union all
        select affiliate_id, contractor_id, named_on from named_affiliate) pair
 group by contractor_id, affiliate_id;

-- Nobody asks the record by firm any more.
drop index named_affiliate_by_contractor;
drop index named_affiliate_by_affiliate;

-- An agency's own orders to a firm that other agencies have thousands of.
create index consulting_order_by_agency on consulting_order (contractor_id, agency_id, ordered_on desc);

-- What was taken back of one receipt, however much the agency took back.
create index attestation_withdrawal_by_evaluation on attestation_withdrawal (agency_id, evaluation_id, withdrawal_id);
