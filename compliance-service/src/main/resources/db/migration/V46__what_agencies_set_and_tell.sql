-- What an agency sets for itself beside its limit, as the event of its policy said. Null in what was copied before: of those days only the
-- limit is known, until the agency's next news.
alter table agency_policy add column settings jsonb;

-- The figures of the rules on offers, certificates and deliveries. Those of texts are read back to the first day of the program's calendar,
-- as the other figures are; those that no text gives are settings of this system.
insert into parameter (parameter_id, name, value, valid_from, source, confidence, proposed_by, proposed_at, activated_by, activated_at)
select gen_random_uuid(), name, value, valid_from, source, confidence,
       'reference figures', timestamptz '2026-11-28 00:00Z', 'fourth release', timestamptz '2026-11-28 00:00Z'
  from (values
    ('STATE_OFFERS_LEAST',            3, date '2019-08-01', 'CMAS Local Government Agency Guide, August 2019, Section 2, page 7', 'A'),
    ('STATE_OFFERS_LEAST',            3, date '1990-01-01', 'read back from the guide of August 2019; earlier editions not found', 'D'),
    ('STATE_ONE_OFFER_BELOW',   5000.00, date '2026-11-28', 'State Contracting Manual 1607.2 as read on that day; its first day not found', 'A'),
    ('STATE_ONE_OFFER_BELOW',   5000.00, date '1990-01-01', 'read back from the State Contracting Manual 1607.2; earlier wording not found', 'D'),
    ('CERT_VERIFICATION_DAYS',       30, date '1990-01-01', 'a setting of this system: the guide gives no number of days', 'OWN'),
    ('DELIVERY_TAIL_MONTHS',         12, date '1990-01-01', 'a setting of this system: the guide gives no limit', 'OWN')
  ) as figure (name, value, valid_from, source, confidence);
