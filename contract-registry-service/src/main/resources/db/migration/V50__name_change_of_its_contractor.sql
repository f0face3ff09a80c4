-- A contractor met another's case wherever the code forgot to ask whose it is: the policy showed cases to everybody who is known. Agencies,
-- to whom the printed name matters, go on seeing all of them; who acts for a contractor sees that contractor's.
drop policy name_change_is_known on name_change;
create policy name_change_is_known on name_change for select using (
    (select tenant_sees_all())
    or contractor_id = (select tenant_contractor())
    or (select tenant_contractor()) is null and (select tenant_agency()) is not null);
