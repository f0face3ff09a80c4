-- Dated figures: appended, never edited. A later row for the same day supersedes nothing: the day is the key.

create table fee_rate (
    first_order_date date primary key,
    rate numeric not null check (rate >= 0 and rate < 1),
    source text not null,
    confidence text not null check (confidence in ('CONFIRMED', 'COPY_OF_OFFICIAL_TEXT', 'UNCONFIRMED'))
);

insert into fee_rate (first_order_date, rate, source, confidence) values
    ('2010-01-01', 0.01, 'Practice 2.2: for orders dated 1/1/2010 or later, contractors that are not certified small businesses remit 1% of local orders without sales tax and freight (city agenda packet with the official text)', 'COPY_OF_OFFICIAL_TEXT'),
    ('2018-07-01', 0.0125, 'Rate: CMAS Local Government Agency Guide (August 2019) s1 p5, s6 p15. Date: found in no text (practice 2.4: between 2015 and August 2019; 2.5: 1 July 2018 unconfirmed)', 'UNCONFIRMED');

create trigger fee_rate_append_only before update or delete or truncate on fee_rate
    for each statement execute function refuse_change();

create table report_due_rule (
    name text not null check (name in ('IN_FORCE', 'COMPARISON')),
    first_quarter text not null check (first_quarter ~ '^[0-9]{4}-Q[1-4]$'),
    day_of_next_month int not null check (day_of_next_month between 1 and 31),
    source text not null,
    confidence text not null check (confidence in ('CONFIRMED', 'COPY_OF_OFFICIAL_TEXT', 'UNCONFIRMED')),
    primary key (name, first_quarter)
);
comment on column report_due_rule.day_of_next_month is 'the day of the month after the quarter''s end by which the report is due, that day included; the month''s last day where it is shorter';

insert into report_due_rule (name, first_quarter, day_of_next_month, source, confidence) values
    ('IN_FORCE', '1990-Q1', 15, 'Practice 1.15: two weeks after the quarter (15 Apr, 15 Jul, 15 Oct, 15 Jan); found in no CMAS text', 'UNCONFIRMED'),
    ('COMPARISON', '1990-Q1', 31, 'Practice 1.16: the nearest rule of the Department with dates, for a cooperative agreement of 2023 (30 Apr, 31 Jul, 31 Oct, 31 Jan); not CMAS', 'COPY_OF_OFFICIAL_TEXT');

create trigger report_due_rule_append_only before update or delete or truncate on report_due_rule
    for each statement execute function refuse_change();
