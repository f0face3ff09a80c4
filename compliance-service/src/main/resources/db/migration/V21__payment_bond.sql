-- Above which worth public works need a payment bond. Read back to the first day of the program's calendar, like the other figures.
insert into parameter (parameter_id, name, value, valid_from, source, confidence, proposed_by, proposed_at, activated_by, activated_at)
select gen_random_uuid(), name, value, valid_from, source, confidence,
       'reference figures', timestamptz '2026-11-28 00:00Z', 'second release', timestamptz '2026-11-28 00:00Z'
  from (values
    ('PW_BOND_TRIGGER', 5000.00, date '2019-08-01', 'CMAS Local Government Agency Guide, August 2019, Section 4, page 12', 'A'),
    ('PW_BOND_TRIGGER', 5000.00, date '1990-01-01', 'read back from the guide of August 2019; earlier editions not found', 'D')
  ) as figure (name, value, valid_from, source, confidence);
