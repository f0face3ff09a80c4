-- What a review asks about, where no text gives a number: settings of this system. The day on which a report is due is a reading, as in
-- the service that keeps the reports.
insert into parameter (parameter_id, name, value, valid_from, source, confidence, proposed_by, proposed_at, activated_by, activated_at)
select gen_random_uuid(), name, value, valid_from, source, confidence,
       'reference figures', timestamptz '2026-11-28 00:00Z', 'third release', timestamptz '2026-11-28 00:00Z'
  from (values
    ('REVIEW_SPLIT_DAYS',            14, date '1990-01-01', 'setting of this system; the guide names no number of days', 'OWN'),
    ('REVIEW_LATE_AMENDMENT_DAYS',   10, date '1990-01-01', 'setting of this system; the guide names no number of days', 'OWN'),
    ('REVIEW_ADVICE_DAYS',          365, date '1990-01-01', 'setting of this system; the State Auditor names no number of days', 'OWN'),
    ('REVIEW_NSP_NEAR_SHARE',      0.90, date '1990-01-01', 'setting of this system; the guide names no share', 'OWN'),
    ('REPORT_DUE_DAY',               15, date '1990-01-01', 'reading: no text at hand confirms the day of the month', 'M')
  ) as figure (name, value, valid_from, source, confidence);

-- The orders by which an agency was advised before a sale, without reading all of its orders for each of them.
create index review_order_advising on review_order (review_id, agency_id, order_date desc) where advises;
