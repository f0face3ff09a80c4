-- Agreements and supplements that are not in force yet (docs/adr/0058). A draft is a row of its own and no status of an agreement: nothing
-- that reads agreements meets it, and no version moves until another person activates it.
create table agreement_draft (
    id                uuid        primary key,
    version           bigint      not null check (version >= 1),
    cmas_number       text        not null check (cmas_number ~ '^[34]-[0-9]{2}-[0-9]{2}-[0-9]{3,4}[A-Z]?$'),
    new_agreement     jsonb       check (jsonb_typeof(new_agreement) = 'object'),
    new_supplement    jsonb       check (jsonb_typeof(new_supplement) = 'object'),
    based_on          integer     check (based_on >= 0),
    drafted_at        timestamptz not null,
    drafted_by        text        not null,
    state             text        not null check (state in ('DRAFT', 'ACTIVATED', 'WITHDRAWN')),
    decided_at        timestamptz,
    decided_by        text,
    reason            text,
    supplement_number integer,
    check ((new_agreement is null) <> (new_supplement is null)),
    check ((new_supplement is null) = (based_on is null)),
    check ((state = 'DRAFT') = (decided_at is null) and (state = 'DRAFT') = (decided_by is null)),
    check ((state = 'WITHDRAWN') = (reason is not null)),
    check ((state = 'ACTIVATED') = (supplement_number is not null)),
    constraint activated_by_a_second_person check (state <> 'ACTIVATED' or decided_by <> drafted_by)
);

comment on column agreement_draft.based_on is 'the latest supplement when a supplement was drafted; activated only while that is so';
comment on column agreement_draft.supplement_number is 'what it became; 0 is the original';

create unique index agreement_draft_open on agreement_draft (cmas_number) where state = 'DRAFT';
create index agreement_draft_of_number on agreement_draft (cmas_number, id);

-- Seen by those who see all, which is the Department's and the service's own, and by nobody else.
alter table agreement_draft enable row level security;
create policy agreement_draft_is_hidden on agreement_draft using ((select tenant_sees_all()));

create function refuse_change_of_agreement_draft() returns trigger language plpgsql as $$
begin
    raise exception 'what was drafted, and what became of it, stays as it is: % refused', lower(tg_op)
        using errcode = 'integrity_constraint_violation';
end $$;
create trigger agreement_draft_keeps_its_words
    before update of id, cmas_number, new_agreement, new_supplement, based_on, drafted_at, drafted_by on agreement_draft
    for each row execute function refuse_change_of_agreement_draft();
create trigger agreement_draft_is_decided_once before update on agreement_draft
    for each row when (old.state <> 'DRAFT') execute function refuse_change_of_agreement_draft();
create trigger agreement_draft_is_kept before delete on agreement_draft
    for each row execute function refuse_change_of_agreement_draft();
