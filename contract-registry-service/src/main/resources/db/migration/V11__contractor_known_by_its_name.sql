-- A legal name names one contractor: letter case and repeated blanks do not count. The service gives the key; what follows comes close to
-- it for the names that are stored.
alter table contractor add column name_key text;

-- Where contractors share a name already, the one registered first has it; the others stay as they are and are found beside it.
update contractor c set name_key = named.key
  from (select id, key, row_number() over (partition by key order by recorded_at, id) as place
          from (select id, recorded_at,
                       lower(normalize(btrim(regexp_replace(legal_name, '[[:space:]\u00a0]+', ' ', 'g')), nfc)) as key
                  from contractor) keyed) named
 where named.id = c.id and named.place = 1;

create unique index contractor_name_key on contractor (name_key);

comment on column contractor.name_key is
    'the legal name as it is compared; null for one whose name another contractor had when names were first compared';
