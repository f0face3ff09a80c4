-- How long an attestation of a kind that ends answers a document that arrives.
insert into parameter (parameter_id, name, value, valid_from, source, confidence, proposed_by, proposed_at, activated_by, activated_at)
select gen_random_uuid(), name, value, valid_from, source, confidence,
       'reference figures', timestamptz '2026-11-28 00:00Z', 'fourth release', timestamptz '2026-11-28 00:00Z'
  from (values
    ('ATTESTATION_DAYS', 90, date '1990-01-01', 'a setting of this system: the guide gives no number of days', 'OWN')
  ) as figure (name, value, valid_from, source, confidence);
