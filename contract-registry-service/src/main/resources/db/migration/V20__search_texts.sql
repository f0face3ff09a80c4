-- What is searched is made alike on both sides: without case and accents, with names that are made of signs written out, and
-- with no hyphen before a word, which would be read as a minus. Only texts beyond ASCII can have accents; looking them up costs
-- an import more than anything else here.
create function plain_words(original text) returns text
    language sql immutable strict parallel safe
    return case when octet_length(original) = char_length(original) then lower(original)
                else public.plain_text(original) end;

create function searched_words(original text) returns text
    language sql immutable strict parallel safe
    return replace(replace(replace(replace(' ' || public.plain_words(original),
        ' -', ' '), 'c++', ' cplusplus '), 'c#', ' csharp '), '.net', ' dotnet ');

drop index price_line_words;
drop index price_line_trigrams;
create index price_line_words on price_line using gin (to_tsvector('english', searched_words(description)));
create index price_line_trigrams on price_line using gin (plain_words(description) gin_trgm_ops);

-- FieldTurf is found as Field Turf and the other way round.
create index contractor_search_text_unspaced on contractor using gin (replace(search_text, ' ', '') gin_trgm_ops);
