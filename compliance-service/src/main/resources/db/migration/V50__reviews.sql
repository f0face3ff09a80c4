-- Contractor compliance reviews: the plan, the orders looked at, what was found, and what persons did. What is told of a review is text
-- and not jsonb: kept is what was written, to the character.

-- By which a review finds the receipts of a contractor; read from the facts themselves, so that every receipt has them, whoever wrote
-- it. The order stands at the beginning of the facts, and its number is at most 40 characters.
alter table evaluation
    add column contractor_id uuid generated always as
        (substring(left(facts, 1000) from '"contractorId":"([0-9a-f-]{36})"')::uuid) stored,
    add column order_date date generated always as
        (make_date(substring(left(facts, 1000) from '"orderDate":"(\d{4})-\d{2}-\d{2}"')::int,
                   substring(left(facts, 1000) from '"orderDate":"\d{4}-(\d{2})-\d{2}"')::int,
                   substring(left(facts, 1000) from '"orderDate":"\d{4}-\d{2}-(\d{2})"')::int)) stored;

create index evaluation_of_contractor on evaluation (contractor_id, order_date, agency_id, order_id, sequence)
    where decision = 'ISSUE';

create table review (
    review_id       uuid        primary key,
    contractor_id   uuid        not null,
    contractor_name text        not null,
    version         bigint      not null check (version > 0),
    state           text        not null check (state in ('PLANNED', 'EXAMINED', 'ANSWERED', 'CLOSED', 'FAILED')),
    period_from     date        not null,
    period_through  date        not null check (period_through >= period_from),
    method          text        not null check (method in ('ALL', 'RANDOM')),
    seed            bigint      not null check (seed >= 0),
    sample_size     int         not null check (sample_size > 0),
    population_at   timestamptz not null,
    population      int         not null check (population >= sample_size),
    population_hash text        check (population_hash ~ '^[0-9a-f]{64}$'),
    answer_days     int         not null check (answer_days between 1 and 365),
    planned_by      text        not null,
    planned_by_name text        not null,
    planned_at      timestamptz not null,
    step            text        not null check (step in ('READ', 'CHOOSE', 'LOOK', 'REPORTS', 'DONE')),
    read_day        date,
    read_agency     uuid,
    read_order      uuid,
    read_sequence   int,
    orders_read     int         not null default 0,
    orders_done     int         not null default 0,
    starts          int         not null default 0,
    failure         text,
    examined_at     timestamptz,
    answer_by       date,
    check ((examined_at is null) = (answer_by is null)),
    check ((state = 'FAILED') = (failure is not null))
);

create index review_open on review (planned_at) where state = 'PLANNED';
create index review_of_contractor on review (contractor_id, review_id);

-- Every order that was read: those of the population, and beside them those that the checks of neighbours need.
create table review_order (
    review_id           uuid    not null references review,
    contractor_id       uuid    not null,
    agency_id           uuid    not null,
    order_id            uuid    not null,
    evaluation_id       uuid    not null,
    sequence            int     not null,
    agency_order_number text    not null,
    amendment_number    int     not null,
    order_date          date    not null,
    total               numeric not null,
    lead_cmas           text,
    advises             boolean not null,
    in_population       boolean not null,
    rank                text    not null,
    place               int     check (place > 0),
    near_count          int,
    near_total          numeric,
    advised_on          date,
    advised_by          text,
    buyer               text    check (buyer in ('STATE', 'LOCAL')),
    answers             text,
    primary key (review_id, agency_id, order_id)
);

create unique index review_order_by_place on review_order (review_id, place) where place is not null;

create table review_finding (
    review_id        uuid    not null references review,
    number           int     not null check (number > 0),
    contractor_id    uuid    not null,
    agency_id        uuid,
    order_id         uuid,
    kind             text    not null,
    weight           text    not null check (weight in ('VIOLATION', 'QUESTION', 'UNDETERMINED')),
    information_only boolean not null,
    message          text    not null,
    numbers          text    not null,
    line_ids         text    not null,
    primary key (review_id, number),
    check ((agency_id is null) = (order_id is null))
);

-- What persons did after the examination: the version that each made is that of the review.
create table review_act (
    review_id     uuid        not null references review,
    version       bigint      not null check (version > 2),
    contractor_id uuid        not null,
    act           text        not null check (act in ('ASSESSED', 'ANSWERED', 'CLOSED')),
    said          text        not null,
    by_subject    text        not null,
    by_name       text        not null,
    acted_at      timestamptz not null,
    primary key (review_id, version)
);

create unique index review_is_closed_once on review_act (review_id) where act = 'CLOSED';

-- Copies from events: which reports came, and which orders contractors returned.
create table filed_report (
    cmas_number    text        not null,
    quarter        text        not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    contractor_id  uuid        not null,
    filed_at       timestamptz not null,
    receipt_number text        not null,
    primary key (cmas_number, quarter)
);

create table returned_order (
    order_id         uuid not null,
    document_version int  not null,
    agency_id        uuid not null,
    contractor_id    uuid not null,
    reason_code      text not null,
    rejected_on      date not null,
    primary key (order_id, document_version)
);

-- Rejections before this day were passed over where this service already ran; of those nothing is known.
create table returned_order_kept (
    only_row boolean primary key default true check (only_row),
    since    date not null
);
insert into returned_order_kept (since)
select case when exists (select from evaluation) then (now() at time zone 'America/Los_Angeles')::date + 1 else date '1990-01-01' end;

create function refuse_review_change() returns trigger language plpgsql as $$
begin
    raise exception 'what a review found and what was said to it is never changed' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger review_finding_is_kept before update or delete or truncate on review_finding
    for each statement execute function refuse_review_change();
create trigger review_act_is_kept before update or delete or truncate on review_act
    for each statement execute function refuse_review_change();

create function refuse_change_of_closed_review() returns trigger language plpgsql as $$
begin
    raise exception 'a closed review is never changed' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger closed_review_is_kept before update on review
    for each row when (old.state = 'CLOSED') execute function refuse_change_of_closed_review();

-- A review is closed by another person than planned it.
create function check_review_closure() returns trigger language plpgsql as $$
begin
    if exists (select from review where review.review_id = new.review_id and review.planned_by = new.by_subject) then
        raise exception 'a review is closed by another person than planned it' using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger review_is_closed_by_a_second_person before insert on review_act
    for each row when (new.act = 'CLOSED') execute function check_review_closure();

alter table review enable row level security;
create policy review_tenant on review using ((select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table review_order enable row level security;
create policy review_order_tenant on review_order using ((select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table review_finding enable row level security;
create policy review_finding_tenant on review_finding using ((select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table review_act enable row level security;
create policy review_act_tenant on review_act using ((select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table filed_report enable row level security;
create policy filed_report_tenant on filed_report using ((select tenant_sees_all()) or contractor_id = (select tenant_contractor()));
alter table returned_order enable row level security;
create policy returned_order_tenant on returned_order
    using ((select tenant_sees_all()) or agency_id = (select tenant_agency()) or contractor_id = (select tenant_contractor()));
