-- Lets a statement fail when what it found is not what it needs, so that the transaction around it cannot be committed. It is
-- asked within the statement, because what is sent together with the commit can no longer be looked at before it.
create function require(holds boolean, otherwise text) returns void language plpgsql as $$
begin
    if holds is not true then
        raise exception '%', otherwise using errcode = 'integrity_constraint_violation';
    end if;
end
$$;
