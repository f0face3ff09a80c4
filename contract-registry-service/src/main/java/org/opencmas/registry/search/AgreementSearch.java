package org.opencmas.registry.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.terms.ProcurementKind;

/**
 * Searches agreements with PostgreSQL's full text search and trigrams.
 *
 * <p>Results are ordered by a score that depends on the agreement alone, then by number, so that pages follow each other
 * without gap or repetition. A name weighs 400 to 1000, a code 500, a line with the words 300 and more (150 more where it
 * holds the exact text), a line with a similar spelling 100 and more.
 *
 * <p>A description needs three characters, or is a name made of signs such as C#: fewer would find nearly every line. A
 * search that still takes longer than {@value #LONGEST_SECONDS} seconds is given up and refused (400).
 */
@ApplicationScoped
class AgreementSearch {
    private static final String LISTS_IN_FORCE = """
            list_in_force as (
                select distinct on (cmas_number) cmas_number, id from price_list
                where effective_from <= ?
                order by cmas_number, effective_from desc, supplement_number desc
            ),""";
    /** Each way to match by itself, so that each uses its index: as one condition they were 1.8 s on 120,000 lines, so 9 ms. */
    private static final String LINES_THAT_MATCH = """
            line_hit as materialized (
                select l.cmas_number, l.price_list_id, l.item_id, l.description, true as worded, false as literal
                from sought, price_line l where to_tsvector('english', searched_words(l.description)) @@ sought.words
            """;
    /** Not for names made of signs: their letters alone are spelled like nearly everything. */
    private static final String LINES_SPELLED_ALIKE = """
                union
                select l.cmas_number, l.price_list_id, l.item_id, l.description, false, false
                from sought, price_line l where sought.text <% plain_words(l.description)
                union
                select l.cmas_number, l.price_list_id, l.item_id, l.description, false, true
                from sought, price_line l where plain_words(l.description) like sought.contained
            """;

    private static final String MATCHES_OF_AGREEMENTS = """
            ),
            line_match as (
                select cmas_number, count(*) as lines, count(*) filter (where worded) as worded,
                       count(*) filter (where literal) as literal,
                       (array_agg(item_id order by literal desc, worded desc, item_id))[1:3] as items,
                       (array_agg(description order by literal desc, worded desc, item_id))[1:3] as descriptions
                from (
                    select h.cmas_number, h.item_id, h.description, bool_or(h.worded) as worded,
                           bool_or(h.literal) as literal
                    from line_hit h
                    join list_in_force f on f.cmas_number = h.cmas_number and f.id = h.price_list_id
                    group by h.cmas_number, h.item_id, h.description
                ) line
                group by cmas_number
            ),""";

    private static final String TERMS = """
            join lateral (
                select * from agreement_supplement each where each.cmas_number = a.cmas_number
                order by each.effective_on <= ? desc, each.effective_on desc, each.supplement_number desc limit 1
            ) s on true""";
    private static final String STATUS = "cross join lateral agreement_status_on(a.cmas_number, ?) t";
    private static final String CODES_THAT_MATCH = """
            left join lateral (
                select count(*) as codes from unnest(s.product_codes) carried left join product_code p on p.code = carried,
                    sought
                where to_tsvector('english', searched_words(carried || ' ' || coalesce(p.title, ''))) @@ sought.words
                    or sought.text <% plain_words(carried || ' ' || coalesce(p.title, ''))
                    or plain_words(carried) like sought.contained
            ) k on true
            left join line_match m on m.cmas_number = a.cmas_number""";
    private static final String NAME_SCORE = """
            case when plain_text(c.legal_name) = plain_text(?) then 1000
                 when replace(plain_text(c.legal_name), ' ', '') like replace(plain_text(?), ' ', '') then 900
                 when replace(c.search_text, ' ', '') like replace(plain_text(?), ' ', '') then 800
                 else 400 + trunc(word_similarity(plain_text(?), c.search_text)::numeric * 300)::int end""";
    private static final String DESCRIPTION_SCORE = """
            case when k.codes > 0 then 500 else 0 end
            + case when m.literal > 0 then 150 else 0 end
            + case when m.worded > 0 then 300 + least(m.worded, 100) when m.lines > 0 then 100 + least(m.lines, 100)
                   else 0 end""";

    private static final int MOST_CODES = 20;
    private static final String FACETS = """
            select * from (
                select 'kind' as field, kind as value, count(*) as agreements from found group by kind
                union all
                select 'openToLocal', (for_use_by = 'STATE_AND_LOCAL')::text, count(*) from found
                group by for_use_by = 'STATE_AND_LOCAL'
                union all
                select 'certification', held.type, count(distinct cmas_number)
                from found join contractor_certificate held using (contractor_id)
                where ? between held.valid_from and held.valid_through group by held.type
                union all
                (select 'code', code, count(*) from found cross join unnest(product_codes) code
                 group by code order by count(*) desc, code limit\s""" + MOST_CODES + """
            )) facet
            order by array_position(array['kind', 'openToLocal', 'certification', 'code'], field), agreements desc, value""";

    private static final int LONGEST_SECONDS = 5;
    private static final String CANCELED = "57014";

    private final DataSource dataSource;

    AgreementSearch(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    List<FoundAgreement> find(Criteria criteria, Criteria.@Nullable After after, int fetched) {
        try (Connection connection = dataSource.getConnection()) {
            SearchSql sql = statement(connection, criteria).add("select * from found");
            if (after != null) {
                sql.add(
                        "where score < ? or (score = ? and cmas_number > ?)",
                        after.score(),
                        after.score(),
                        after.cmasNumber());
            }
            sql.add("order by score desc, cmas_number limit ?", fetched);
            return answer(connection, sql, AgreementSearch::found);
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    /** Counts what narrowing by each value would leave, the most first; of product codes the {@value #MOST_CODES} most frequent. */
    List<Facet> facets(Criteria criteria) {
        try (Connection connection = dataSource.getConnection()) {
            SearchSql sql = statement(connection, criteria).add(FACETS, criteria.day());
            return answer(
                    connection,
                    sql,
                    row -> new Facet(row.getString("field"), row.getString("value"), row.getLong("agreements")));
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(SQLException e) {
        if (CANCELED.equals(e.getSQLState())) {
            return new InvalidRequest(new Fault(
                    "description",
                    "finds more than can be looked through in " + LONGEST_SECONDS + " seconds",
                    "Add a word, or narrow by contractor, code or kind."));
        }
        return new IllegalStateException("the agreements could not be searched", e);
    }

    /** Makes a value of a row. */
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> answer(Connection connection, SearchSql sql, Reader<T> reader) throws SQLException {
        try (PreparedStatement query = sql.prepare(connection)) {
            query.setQueryTimeout(LONGEST_SECONDS);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        }
    }

    private static SearchSql statement(Connection connection, Criteria criteria) throws SQLException {
        var sql = new SearchSql();
        boolean byDescription = criteria.descriptionText().isPresent();
        if (byDescription) {
            SearchWords text = SearchWords.of(criteria.descriptionText().orElseThrow());
            sql.add("with")
                    .add(LISTS_IN_FORCE, criteria.day())
                    .add(
                            "sought as (select plainto_tsquery('english', searched_words(?)) as words,"
                                    + " plain_words(?) as text, plain_words(?) as contained),",
                            text.words(),
                            text.words(),
                            SearchSql.containing(text.words()))
                    .add(LINES_THAT_MATCH)
                    .add(text.wordsOnly() ? "" : LINES_SPELLED_ALIKE)
                    .add(MATCHES_OF_AGREEMENTS);
        } else {
            sql.add("with");
        }
        sql.add("found as (select a.cmas_number, a.kind, a.contractor_id, c.legal_name, t.status,")
                .add("t.status = 'ACTIVE' and ? between s.term_start and s.term_end as active,", criteria.day())
                .add("s.supplement_number, s.term_start, s.term_end, s.for_use_by, s.nsp_provision,")
                .add("s.accepts_cal_card, s.product_codes,");
        columnsOfTexts(sql, criteria, byDescription);
        sql.add("from agreement a join contractor c on c.id = a.contractor_id")
                .add(TERMS, criteria.day())
                .add(STATUS, criteria.day());
        if (byDescription) {
            sql.add(CODES_THAT_MATCH);
        }
        filters(connection, sql, criteria, byDescription);
        return sql.add(")");
    }

    private static void columnsOfTexts(SearchSql sql, Criteria criteria, boolean byDescription) {
        if (criteria.contractorText().isPresent()) {
            String name = criteria.contractorText().orElseThrow();
            String contained = SearchSql.containing(name);
            sql.add(
                            "replace(plain_text(c.legal_name), ' ', '') like replace(plain_text(?), ' ', '') as in_name,",
                            contained)
                    .add("replace(c.search_text, ' ', '') like replace(plain_text(?), ' ', '') as in_names,", contained)
                    .add("true as by_name,")
                    .add("(" + NAME_SCORE + ")", name, contained.substring(1), contained, name);
        } else {
            sql.add("false as in_name, false as in_names, false as by_name, 0");
        }
        if (byDescription) {
            sql.add("+ (" + DESCRIPTION_SCORE + ") as score,")
                    .add("k.codes, m.lines, m.worded, m.items, m.descriptions");
        } else {
            sql.add("as score, 0 as codes, 0 as lines, 0 as worded,")
                    .add("null::text[] as items, null::text[] as descriptions");
        }
    }

    private static void filters(Connection connection, SearchSql sql, Criteria criteria, boolean byDescription)
            throws SQLException {
        sql.add("where true");
        criteria.contractorText()
                .ifPresent(name -> sql.add(
                        "and (replace(c.search_text, ' ', '') like replace(plain_text(?), ' ', '')"
                                + " or plain_text(?) <% c.search_text)",
                        SearchSql.containing(name), name));
        if (byDescription) {
            sql.add("and (k.codes > 0 or m.lines > 0)");
        }
        if (criteria.kind() != null) {
            sql.add("and a.kind = ?", criteria.kind().name());
        }
        if (criteria.openToLocal() != null) {
            sql.add("and (s.for_use_by = 'STATE_AND_LOCAL') = ?", criteria.openToLocal());
        }
        if (criteria.activeOnly()) {
            sql.add("and t.status = 'ACTIVE' and ? between s.term_start and s.term_end", criteria.day());
            sql.add("and s.effective_on <= ?", criteria.day());
        }
        if (criteria.certification() != null) {
            sql.add(
                    "and exists (select from contractor_certificate t where t.contractor_id = c.id and t.type = ?"
                            + " and ? between t.valid_from and t.valid_through)",
                    criteria.certification().name(),
                    criteria.day());
        }
        for (List<String> step : criteria.codes()) {
            Array fragments = connection.createArrayOf(
                    "text", step.stream().map(SearchSql::containing).toArray());
            sql.add("and exists (select from unnest(s.product_codes) carried where carried ilike any (?))", fragments);
        }
    }

    private static FoundAgreement found(ResultSet row) throws SQLException {
        String number = row.getString("cmas_number");
        return new FoundAgreement(
                number,
                ProcurementKind.valueOf(row.getString("kind")),
                row.getObject("contractor_id", UUID.class),
                row.getString("legal_name"),
                row.getString("status"),
                row.getBoolean("active"),
                row.getInt("supplement_number"),
                row.getObject("term_start", LocalDate.class),
                row.getObject("term_end", LocalDate.class),
                row.getString("for_use_by"),
                row.getBoolean("nsp_provision"),
                row.getObject("accepts_cal_card", Boolean.class),
                texts(row, "product_codes"),
                matches(row),
                items(row),
                "/v1/agreements/" + number,
                row.getInt("score"));
    }

    private static List<Match> matches(ResultSet row) throws SQLException {
        List<Match> matches = new ArrayList<>();
        if (row.getBoolean("by_name")) {
            matches.add(new Match(
                    row.getBoolean("in_name")
                            ? Match.Kind.CONTRACTOR_NAME
                            : row.getBoolean("in_names") ? Match.Kind.FORMER_NAME : Match.Kind.SIMILAR_NAME,
                    1));
        }
        int codes = row.getInt("codes");
        int worded = row.getInt("worded");
        int alike = row.getInt("lines") - worded;
        if (codes > 0) {
            matches.add(new Match(Match.Kind.CODE, codes));
        }
        if (worded > 0) {
            matches.add(new Match(Match.Kind.ITEM_WORDS, worded));
        }
        if (alike > 0) {
            matches.add(new Match(Match.Kind.SIMILAR_ITEM, alike));
        }
        return matches;
    }

    private static List<FoundAgreement.Item> items(ResultSet row) throws SQLException {
        List<String> ids = texts(row, "items");
        List<String> descriptions = texts(row, "descriptions");
        List<FoundAgreement.Item> items = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            items.add(new FoundAgreement.Item(ids.get(i), descriptions.get(i)));
        }
        return items;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
