-- The figures of the rules on payment. Those of the guide are read back to the first day of the program's calendar, as the other figures are.
-- The lowest withhold after a risk decision is newer than the guide, and since which day it holds was not found: it counts from the day on
-- which it was read, so that no older payment withholds less than the guide asks. The yearly penalty rates stand in no source read here and
-- get no value: an analyst appends the one of each fiscal year.
insert into parameter (parameter_id, name, value, valid_from, source, confidence, proposed_by, proposed_at, activated_by, activated_at)
select gen_random_uuid(), name, value, valid_from, source, confidence,
       'reference figures', timestamptz '2026-11-28 00:00Z', 'third release', timestamptz '2026-11-28 00:00Z'
  from (values
    ('PROMPT_PAYMENT_DAYS',            45, date '2019-08-01', 'CMAS Local Government Agency Guide, August 2019, Section 6, page 15', 'A'),
    ('PROMPT_PAYMENT_DAYS',            45, date '1990-01-01', 'read back from the guide of August 2019; earlier editions not found', 'D'),
    ('PP_WITHHOLD_SHARE',            0.10, date '2019-08-01', 'CMAS Local Government Agency Guide, August 2019, Section 4, pages 12 and 13', 'A'),
    ('PP_WITHHOLD_SHARE',            0.10, date '1990-01-01', 'read back from the guide of August 2019; earlier editions not found', 'D'),
    ('PP_BOND_SHARE',                0.50, date '2019-08-01', 'CMAS Local Government Agency Guide, August 2019, Section 4, page 12', 'A'),
    ('PP_BOND_SHARE',                0.50, date '1990-01-01', 'read back from the guide of August 2019; earlier editions not found', 'D'),
    ('PP_LEAST_MONTHS',                 3, date '2019-08-01', 'CMAS Local Government Agency Guide, August 2019, Section 4, page 13', 'A'),
    ('PP_LEAST_MONTHS',                 3, date '1990-01-01', 'read back from the guide of August 2019; earlier editions not found', 'D'),
    ('PP_RISK_LARGE_PRICE',   10000000.00, date '2026-11-28', 'Public Contract Code 12112 as read on that day; its first day not found', 'B'),
    ('PP_RISK_SHARE_LARGE',          0.05, date '2026-11-28', 'Public Contract Code 12112 as read on that day; its first day not found', 'B'),
    ('PP_RISK_SHARE_SMALL',          0.03, date '2026-11-28', 'Public Contract Code 12112 as read on that day; its first day not found', 'B'),
    ('PENALTY_WAIVED_SMALL_BUSINESS', 10.00, date '2026-11-28', 'Government Code 927.6 as read on that day', 'B'),
    ('PENALTY_WAIVED_SMALL_BUSINESS', 10.00, date '1990-01-01', 'read back from Government Code 927.6; earlier wording not found', 'D'),
    ('PENALTY_WAIVED_OTHERS',        100.00, date '2026-11-28', 'Government Code 927.6 as read on that day', 'B'),
    ('PENALTY_WAIVED_OTHERS',        100.00, date '1990-01-01', 'read back from Government Code 927.6; earlier wording not found', 'D')
  ) as figure (name, value, valid_from, source, confidence);
