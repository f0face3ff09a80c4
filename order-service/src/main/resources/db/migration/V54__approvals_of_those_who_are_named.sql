-- Of the approvals of a version those count, when it is sent, whose person the agency's policy names then, up to the limit that it gives then; one
-- that was given by somebody who was taken out of the policy since does not. Without a list of approvers every approval of another
-- person counts, as before. Persons are told apart as all names are: letter case and repeated blanks do not count.
create or replace function require_approval() returns trigger language plpgsql as $$
begin
    if new.state = 'SUBMITTED' and (tg_op = 'INSERT' or old.state <> 'SUBMITTED')
        and exists (select from agency a
            where a.agency_id = new.agency_id and (a.settings::jsonb ->> 'approvalRequired')::boolean)
        and not exists (select from order_act a
            join agency g on g.agency_id = a.agency_id
            where a.order_id = new.order_id and a.agency_id = new.agency_id and a.act = 'APPROVED'
                and a.document_version = new.document_version
                and order_number_key(a.acted_by) <> order_number_key(new.created_by)
                and (coalesce(jsonb_typeof(g.settings::jsonb -> 'approvers'), 'null') = 'null'
                    or exists (select from jsonb_array_elements(g.settings::jsonb -> 'approvers') person
                        where order_number_key(person ->> 'name') = order_number_key(a.acted_by)
                            and (person ->> 'limit' is null
                                or (new.document ->> 'subtotalExcludingTax')::numeric <= (person ->> 'limit')::numeric))))
    then
        raise exception 'approved_before_it_is_sent: version % of order % is not approved', new.document_version, new.order_id
            using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create or replace function require_another_approver() returns trigger language plpgsql as $$
begin
    if exists (select from order_version v
        where v.order_id = new.order_id and v.agency_id = new.agency_id and v.document_version = new.document_version
            and order_number_key(v.created_by) = order_number_key(new.acted_by))
    then
        raise exception 'approved_by_another: % wrote version % of order %', new.acted_by, new.document_version, new.order_id
            using errcode = 'check_violation';
    end if;
    return new;
end
$$;
