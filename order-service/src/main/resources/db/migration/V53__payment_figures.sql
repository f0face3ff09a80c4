-- The figures of payment as they are dated in the rule book (docs/adr/0054): appended, never edited; the one of the latest day not after
-- the day asked for counts.
create table payment_figure (
    name text not null check (name in ('PROMPT_PAYMENT_DAYS', 'PP_WITHHOLD_SHARE', 'PP_RISK_LARGE_PRICE', 'PP_RISK_SHARE_LARGE',
        'PP_RISK_SHARE_SMALL')),
    valid_from date not null,
    value numeric not null check (value > 0),
    source text not null check (source <> ''),
    confidence text not null check (confidence in ('A', 'B', 'C', 'D')),
    primary key (name, valid_from)
);
insert into payment_figure (name, value, valid_from, source, confidence) values
    ('PROMPT_PAYMENT_DAYS',            45, date '2019-08-01', 'CMAS Local Government Agency Guide, August 2019, Section 6, page 15', 'A'),
    ('PROMPT_PAYMENT_DAYS',            45, date '1990-01-01', 'read back from the guide of August 2019; earlier editions not found', 'D'),
    ('PP_WITHHOLD_SHARE',            0.10, date '2019-08-01', 'CMAS Local Government Agency Guide, August 2019, Section 4, pages 12 and 13', 'A'),
    ('PP_WITHHOLD_SHARE',            0.10, date '1990-01-01', 'read back from the guide of August 2019; earlier editions not found', 'D'),
    ('PP_RISK_LARGE_PRICE',   10000000.00, date '2026-11-28', 'Public Contract Code 12112 as read on that day; its first day not found', 'B'),
    ('PP_RISK_SHARE_LARGE',          0.05, date '2026-11-28', 'Public Contract Code 12112 as read on that day; its first day not found', 'B'),
    ('PP_RISK_SHARE_SMALL',          0.03, date '2026-11-28', 'Public Contract Code 12112 as read on that day; its first day not found', 'B');
create trigger payment_figure_is_history before update or delete on payment_figure for each row execute function refuse_change();
