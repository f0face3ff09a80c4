-- Two order numbers of one agency that look the same are the same: letter case, repeated blanks and characters that nobody
-- sees do not count. New numbers with unseen characters are refused; in old ones an odd blank counts as a blank and anything
-- else unseen as nothing. A generated column, so that an instance of the version before can go on writing beside this one.
create function order_number_key(number text) returns text
    language sql immutable strict parallel safe
    return case
        when number ~ '^[!-~]+( [!-~]+)*$' then lower(number)
        else lower(upper(normalize(btrim(regexp_replace(
            regexp_replace(number,
                '[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]',
                '', 'g'),
            '[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g')), nfc)))
    end;

alter table purchase_order add column number_key text not null generated always as (order_number_key(agency_order_number)) stored;

-- Orders that were placed while only the exact text counted: the oldest of a key has it, the others stay as they are.
alter table purchase_order add column is_twin boolean not null default false;
update purchase_order o
set is_twin = true
where exists (
    select 1 from purchase_order older
    where older.agency_id = o.agency_id and older.number_key = o.number_key and older.order_id < o.order_id);

alter table purchase_order drop constraint purchase_order_agency_id_agency_order_number_key;
create unique index purchase_order_by_number on purchase_order (agency_id, number_key) where not is_twin;
create index purchase_order_twins on purchase_order (agency_id, number_key) where is_twin;
