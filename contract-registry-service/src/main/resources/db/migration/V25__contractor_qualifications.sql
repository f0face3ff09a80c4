-- What a contractor is licensed, permitted and authorized to do, as the Department looked it up: read and written as a whole.
alter table contractor add column qualifications jsonb not null
    default '{"licences": [], "sellersPermit": null, "manufacturerAuthorizations": [], "authorizedResellers": []}'
    check (jsonb_typeof(qualifications) = 'object');

comment on column contractor.qualifications is
    'contractor''s licences, Seller''s Permit, manufacturer authorizations and authorized resellers, each with source and day';
