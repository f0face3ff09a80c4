-- What the program's users are told beside the agreements: whom to ask, where to look, which numbers help. Addresses go stale, so each is
-- a row with its source and day. Appended only: the latest row of a name counts, the earlier ones stay readable.
create table program_fact (
    id              uuid primary key,
    name            text        not null,
    place           int         not null,
    topic           text        not null check (topic in ('CONTACT', 'LINK', 'HELP_NUMBER', 'NOTICE')),
    requirement     text        not null,
    title           text        not null,
    value           text        not null,
    source          text        not null,
    stated_on       date        not null,
    last_checked_on date,
    recorded_by     text        not null,
    recorded_at     timestamptz not null
);
create unique index program_fact_name_recorded on program_fact (name, recorded_at);

create function refuse_program_fact_change() returns trigger language plpgsql as $$
begin
    raise exception 'program_fact is appended only: record the name again';
end $$;
create trigger program_fact_is_appended_only before update or delete on program_fact
    for each row execute function refuse_program_fact_change();

insert into program_fact
select gen_random_uuid(), name, (row_number() over ())::int, topic, requirement, title, value, source, date '2019-08-01', null, 'migration',
       timestamptz '2019-08-01 12:00:00+00'
  from (values
    ('contact.unit', 'CONTACT', 'GEN-CONTACT', 'Unit', 'CMAS Unit, Procurement Division, Department of General Services', 'CMAS Local Government Agency Guide, August 2019, section 1, page 6'),
    ('contact.street', 'CONTACT', 'GEN-CONTACT', 'Street', '707 Third Street, 2nd Floor, MS 2-202', 'CMAS Local Government Agency Guide, August 2019, section 1, page 6'),
    ('contact.city', 'CONTACT', 'GEN-CONTACT', 'City', 'West Sacramento, California 95605', 'CMAS Local Government Agency Guide, August 2019, section 1, page 6'),
    ('contact.phone', 'CONTACT', 'GEN-CONTACT', 'Telephone', '(916) 375-4365', 'CMAS Local Government Agency Guide, August 2019, cover and section 1, page 6'),
    ('contact.email', 'CONTACT', 'GEN-CONTACT', 'E-mail', 'cmas@dgs.ca.gov', 'CMAS Local Government Agency Guide, August 2019, cover'),
    ('contact.website', 'CONTACT', 'GEN-CONTACT', 'Website', 'https://www.dgs.ca.gov/PD/About/Page-Content/PD-Branch-Intro-Accordion-List/Acquisitions/California-Multiple-Award-Schedules', 'CMAS Local Government Agency Guide, August 2019, cover and section 1, page 6'),
    ('link.tax-and-fee-administration', 'LINK', 'SRCH-LINKS', 'Department of Tax and Fee Administration (CDTFA)', 'https://www.cdtfa.ca.gov', 'CMAS Local Government Agency Guide, August 2019, section 7, page 16'),
    ('link.codes-and-laws', 'LINK', 'SRCH-LINKS', 'California codes and laws', 'https://leginfo.legislature.ca.gov/', 'CMAS Local Government Agency Guide, August 2019, section 7, page 16'),
    ('link.cmas', 'LINK', 'SRCH-LINKS', 'CMAS', 'https://www.dgs.ca.gov/PD/About/Page-Content/PD-Branch-Intro-Accordion-List/Acquisitions/California-Multiple-Award-Schedules', 'CMAS Local Government Agency Guide, August 2019, section 7, page 16'),
    ('link.cal-eprocure', 'LINK', 'SRCH-LINKS', 'Cal eProcure', 'https://caleprocure.ca.gov', 'CMAS Local Government Agency Guide, August 2019, section 7, page 16'),
    ('link.contractor-licences', 'LINK', 'SRCH-LINKS', 'Contractors State License Board (CSLB)', 'https://www.cslb.ca.gov', 'CMAS Local Government Agency Guide, August 2019, section 7, page 16'),
    ('link.department-of-finance', 'LINK', 'SRCH-LINKS', 'Department of Finance', 'https://www.dof.ca.gov/', 'CMAS Local Government Agency Guide, August 2019, section 7, page 16'),
    ('link.gsa', 'LINK', 'SRCH-LINKS', 'Federal General Services Administration (GSA)', 'https://www.gsa.gov', 'CMAS Local Government Agency Guide, August 2019, section 7, page 16'),
    ('link.gsa-elibrary', 'LINK', 'SRCH-LINKS', 'GSA eLibrary', 'https://www.gsaelibrary.gsa.gov', 'CMAS Local Government Agency Guide, August 2019, section 7, page 16'),
    ('link.executive-orders', 'LINK', 'SRCH-LINKS', 'Governor''s executive orders', 'https://www.gov.ca.gov/category/executive-orders', 'CMAS Local Government Agency Guide, August 2019, section 7, page 16'),
    ('link.small-business-and-dvbe', 'LINK', 'SRCH-LINKS', 'Office of Small Business and DVBE Services (OSDS)', 'https://www.dgs.ca.gov/PD/About/Page-Content/PD-Branch-Intro-Accordion-List/Office-of-Small-Business-and-Disabled-Veteran-Business-Enterprise/Certification-Program', 'CMAS Local Government Agency Guide, August 2019, section 7, page 16'),
    ('link.administrative-manual', 'LINK', 'SRCH-LINKS', 'State Administrative Manual (SAM)', 'https://www.dgs.ca.gov/Resources/SAM', 'CMAS Local Government Agency Guide, August 2019, section 7, page 16'),
    ('link.contracting-manuals', 'LINK', 'SRCH-LINKS', 'State Contracting Manuals (SCM)', 'https://www.dgs.ca.gov/PD/Resources/Page-Content/Procurement-Division-Resources-List-Folder/State-Contracting-Manual-Volume-2-3-FI$Cal', 'CMAS Local Government Agency Guide, August 2019, section 7, page 16'),
    ('help.tty', 'HELP_NUMBER', 'ADA-PHONES', 'Procurement Division, TTY, Sacramento', '916-376-5127 (CALNET 480-5127)', 'CMAS Local Government Agency Guide, August 2019, attachment B, page 25'),
    ('help.relay', 'HELP_NUMBER', 'ADA-PHONES', 'California Relay Service, voice', '1-800-735-2922 or 7-1-1', 'CMAS Local Government Agency Guide, August 2019, attachment B, page 25'),
    ('help.speech-to-speech', 'HELP_NUMBER', 'ADA-PHONES', 'California Relay Service, speech to speech', '1-800-854-7784', 'CMAS Local Government Agency Guide, August 2019, attachment B, page 25'),
    ('notice.accessibility', 'NOTICE', 'ADA-POLICY', 'Accessibility', 'DGS wants its programs, activities and services to be open to everyone, people with disabilities included. Ask for what you need at least 10 working days before the event or the day a document is due; a later request is taken too.', 'CMAS Local Government Agency Guide, August 2019, attachment B, page 25; worded anew'),
    ('notice.independent', 'NOTICE', 'GEN-INDEPENDENT', 'A CMAS stands on its own', 'A CMAS is a California agreement. Where it rests on a federal schedule, that schedule''s number is a reference: it never stands in an order''s contract number.', 'CMAS Local Government Agency Guide, August 2019, section 1, pages 5 and 6; worded anew')
  ) as fact (name, topic, requirement, title, value, source);

comment on table program_fact is 'contact card, useful links, help numbers and notices, each with source and day';
comment on column program_fact.name is 'stable name a page or a client asks for';
comment on column program_fact.requirement is 'the row of the requirement list that it serves';
comment on column program_fact.stated_on is 'the day the source states it for';
comment on column program_fact.last_checked_on is 'the day someone saw that it still holds; null when nobody did since the source';
