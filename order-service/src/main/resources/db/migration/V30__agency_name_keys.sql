-- The keys by which agencies are told apart, by the one rule for identifiers: letter case, repeated blanks and characters that
-- nobody sees do not count. Keys were in lower case before, so only the blanks and the unseen characters change.
-- Of agencies that turn out to be twins the one registered first has the key, and the others keep one of their own, so that
-- none is lost; a change of such a twin is refused until its name is another.
with seen as (
    select
        agency_id,
        regexp_replace(
            regexp_replace(
                regexp_replace(
                    regexp_replace(
                        normalize(name_key, nfc),
                        '[\u0009-\u000d\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]', ' ', 'g'),
                    '[\u0001-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]',
                    '', 'g'),
                ' {2,}', ' ', 'g'),
            '^ | $| (?=\|)|(?<=\|) ', '', 'g') as key
    from agency
),
numbered as (
    select agency_id, key, row_number() over (partition by key order by agency_id) as number from seen
)
update agency
set name_key = case when number = 1 then key else key || ' #' || agency.agency_id end
from numbered
where numbered.agency_id = agency.agency_id
    and name_key <> case when number = 1 then key else key || ' #' || agency.agency_id end;
