-- Which supplement's terms hold on which days, as the registry knew it when: each day at each instant has one, and the database sees to it.
-- What agreement_supplement holds is what was recorded; this follows from it, row by row, as supplements are added.
create extension if not exists btree_gist;

create table agreement_terms_in_force (
    id                bigint    generated always as identity primary key,
    cmas_number       text      not null references agreement,
    supplement_number integer   not null,
    days              daterange not null check (not isempty(days)),
    known             tstzrange not null check (not isempty(known)),
    foreign key (cmas_number, supplement_number) references agreement_supplement,
    constraint one_supplement_for_a_day_at_an_instant
        exclude using gist (cmas_number with =, days with &&, known with &&)
);

comment on column agreement_terms_in_force.known is 'from when to when the registry took it to be so; without end for what it takes to be so now';

create function refuse_change_of_terms_in_force() returns trigger language plpgsql as $$
begin
    raise exception 'which terms were in force, as it was known, stays as it is: % refused', lower(tg_op)
        using errcode = 'integrity_constraint_violation';
end
$$;
create trigger terms_in_force_stay_of_their_agreement before update of id, cmas_number on agreement_terms_in_force
    for each row execute function refuse_change_of_terms_in_force();
create trigger terms_in_force_are_not_forgotten before delete on agreement_terms_in_force
    for each row execute function refuse_change_of_terms_in_force();

-- Terms hold from their first day until the next ones begin; of two with the same first day the higher number holds. What was known before
-- is kept as what was known until now.
create function put_terms_in_force(fresh agreement_supplement) returns void language plpgsql as $$
declare
    present agreement_terms_in_force;
    next_day date;
begin
    select min(lower(days)) into next_day from agreement_terms_in_force
     where cmas_number = fresh.cmas_number and upper_inf(known) and lower(days) > fresh.effective_on;
    select * into present from agreement_terms_in_force
     where cmas_number = fresh.cmas_number and upper_inf(known) and days @> fresh.effective_on;
    if present.id is not null then
        if lower(present.days) = fresh.effective_on and present.supplement_number > fresh.supplement_number then
            return;
        end if;
        perform require(lower(present.known) < fresh.recorded_at, 'a supplement is recorded after the one before it');
        update agreement_terms_in_force set known = tstzrange(lower(known), fresh.recorded_at) where id = present.id;
        if lower(present.days) < fresh.effective_on then
            insert into agreement_terms_in_force (cmas_number, supplement_number, days, known)
            values (fresh.cmas_number, present.supplement_number, daterange(lower(present.days), fresh.effective_on),
                tstzrange(fresh.recorded_at, null));
        end if;
    end if;
    insert into agreement_terms_in_force (cmas_number, supplement_number, days, known)
    values (fresh.cmas_number, fresh.supplement_number, daterange(fresh.effective_on, next_day), tstzrange(fresh.recorded_at, null));
end
$$;

create function keep_terms_in_force() returns trigger language plpgsql as $$
begin
    perform put_terms_in_force(new);
    return null;
end
$$;

-- What is there already, in the order in which it was recorded. Clocks of two instances may have differed, and two supplements may have
-- been recorded in one instant: a microsecond later is when such a one was known.
do $$
declare
    each agreement_supplement;
    number text := '';
    latest timestamptz;
begin
    for each in select * from agreement_supplement order by cmas_number, recorded_at, supplement_number loop
        if each.cmas_number = number and each.recorded_at <= latest then
            each.recorded_at := latest + interval '1 microsecond';
        end if;
        perform put_terms_in_force(each);
        number := each.cmas_number;
        latest := each.recorded_at;
    end loop;
end
$$;

create trigger terms_in_force_are_kept after insert on agreement_supplement
    for each row execute function keep_terms_in_force();
