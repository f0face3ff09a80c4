-- Whether the agency had the contractor stop its work. An instance of the version before leaves it as it is.
alter table purchase_order add column work_stopped boolean not null default false;
alter table purchase_order add constraint only_work_that_is_out_is_stopped
    check (not work_stopped or state not in ('DRAFT', 'SUBMITTED', 'RETURNED'));

-- Where the agency asks for approval, no version is sent for its decision before somebody who did not write it approved it, whoever sends
-- it and by whichever way. The application tells approvers from others and knows their limits; that two persons act is held here too.
create function require_approval() returns trigger language plpgsql as $$
begin
    if new.state = 'SUBMITTED' and (tg_op = 'INSERT' or old.state <> 'SUBMITTED')
        and exists (select from agency a
            where a.agency_id = new.agency_id and (a.settings::jsonb ->> 'approvalRequired')::boolean)
        and not exists (select from order_act a
            where a.order_id = new.order_id and a.agency_id = new.agency_id and a.act = 'APPROVED'
                and a.document_version = new.document_version and a.acted_by <> new.created_by)
    then
        raise exception 'approved_before_it_is_sent: version % of order % is not approved', new.document_version, new.order_id
            using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger order_version_is_approved before insert or update of state on order_version
    for each row execute function require_approval();

create function require_another_approver() returns trigger language plpgsql as $$
begin
    if exists (select from order_version v
        where v.order_id = new.order_id and v.agency_id = new.agency_id and v.document_version = new.document_version
            and v.created_by = new.acted_by)
    then
        raise exception 'approved_by_another: % wrote version % of order %', new.acted_by, new.document_version, new.order_id
            using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger order_act_is_anothers before insert on order_act
    for each row when (new.act = 'APPROVED') execute function require_another_approver();
