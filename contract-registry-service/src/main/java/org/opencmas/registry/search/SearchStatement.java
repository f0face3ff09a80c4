package org.opencmas.registry.search;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.search.asked.Criteria;
import org.opencmas.registry.search.asked.Narrowing;
import org.opencmas.registry.search.asked.SearchWords;
import org.opencmas.registry.search.lines.LineMatches;
import org.opencmas.registry.search.lines.ListMatches;
import org.opencmas.terms.CertificationType;

/**
 * The question to the database: agreements as of a day, with why they are found. Lines were found before, in the index; here they are
 * joined to the price lists in force on the day.
 */
final class SearchStatement {
    private static final String LISTS_IN_FORCE = """
            list_in_force as (
                select distinct on (cmas_number) cmas_number, id from price_list
                where effective_from <= ?
                order by cmas_number, effective_from desc, supplement_number desc
            ),""";
    private static final String LINE_MATCH = """
            line_match as (
                select f.cmas_number, f.id, m.lines, m.worded, m.literal, m.item
                from unnest(?, ?, ?, ?, ?) as m (id, lines, worded, literal, item)
                join list_in_force f on f.id = m.id
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
            ) k on true""";
    private static final String NAME_SCORE = """
            case when plain_text(c.legal_name) = plain_text(?) then 1000
                 when replace(plain_text(c.legal_name), ' ', '') like replace(plain_text(?), ' ', '') then 900
                 when replace(c.search_text, ' ', '') like replace(plain_text(?), ' ', '') then 800
                 else 400 + trunc(word_similarity(plain_text(?), c.search_text)::numeric * 300)::int end""";
    private static final String DESCRIPTION_SCORE = """
            case when k.codes > 0 then 500 else 0 end
            + case when m.item then 600 else 0 end
            + case when m.literal then 150 else 0 end
            + case when m.worded > 0 then 300 + least(m.worded, 100) when m.lines > 0 then 100 + least(m.lines, 100)
                   else 0 end""";

    private SearchStatement() {}

    static SearchSql of(Connection connection, Criteria criteria, @Nullable LineMatches lines) throws SQLException {
        var sql = new SearchSql();
        boolean byDescription = criteria.descriptionText().isPresent();
        sql.add("with");
        if (lines != null) {
            sql.add(LISTS_IN_FORCE, criteria.day());
            lineMatch(connection, sql, lines.lists());
        }
        if (byDescription) {
            SearchWords text = SearchWords.of(criteria.descriptionText().orElseThrow());
            sql.add(
                    "sought as (select plainto_tsquery('english', searched_words(?)) as words,"
                            + " plain_words(?) as text, plain_words(?) as contained),",
                    text.words(),
                    text.words(),
                    SearchSql.containing(text.words()));
        }
        sql.add("found as (select a.cmas_number, a.kind, a.contractor_id, c.legal_name, t.status,")
                .add("t.status = 'ACTIVE' and ? between s.term_start and s.term_end as active,", criteria.day())
                .add("s.supplement_number, s.term_start, s.term_end, s.for_use_by, s.nsp_provision,")
                .add("s.accepts_cal_card, s.product_codes, s.categories, s.base_type,");
        columnsOfTexts(sql, criteria, byDescription);
        sql.add("from agreement a join contractor c on c.id = a.contractor_id")
                .add(TERMS, criteria.day())
                .add(STATUS, criteria.day());
        if (byDescription) {
            sql.add(CODES_THAT_MATCH);
        }
        if (lines != null) {
            sql.add("left join line_match m on m.cmas_number = a.cmas_number");
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
                    .add("k.codes, m.lines, m.worded, m.item as same_item, m.id as price_list_id");
        } else {
            sql.add("as score, 0 as codes, 0 as lines, 0 as worded, false as same_item, null::uuid as price_list_id");
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
        criteria.numberText()
                .ifPresent(
                        number -> sql.add("and replace(a.cmas_number, '-', '') like ?", SearchSql.containing(number)));
        if (byDescription) {
            sql.add("and (k.codes > 0 or m.lines > 0)");
        }
        if (!criteria.prices().isOpen()) {
            sql.add("and m.lines > 0");
        }
        ofTheAgreement(sql, criteria.narrowing());
        if (criteria.activeOnly()) {
            sql.add("and t.status = 'ACTIVE' and ? between s.term_start and s.term_end", criteria.day());
            sql.add("and s.effective_on <= ?", criteria.day());
        }
        CertificationType certification = criteria.narrowing().certification();
        if (certification != null) {
            sql.add(
                    "and exists (select from contractor_certificate t where t.contractor_id = c.id and t.type = ?"
                            + " and ? between t.valid_from and t.valid_through)",
                    certification.name(),
                    criteria.day());
        }
        for (List<String> step : criteria.codes()) {
            Array fragments = connection.createArrayOf(
                    "text", step.stream().map(SearchSql::containing).toArray());
            sql.add("and exists (select from unnest(s.product_codes) carried where carried ilike any (?))", fragments);
        }
    }

    private static void ofTheAgreement(SearchSql sql, Narrowing narrowing) {
        if (narrowing.kind() != null) {
            sql.add("and a.kind = ?", narrowing.kind().name());
        }
        if (narrowing.openToLocal() != null) {
            sql.add("and (s.for_use_by = 'STATE_AND_LOCAL') = ?", narrowing.openToLocal());
        }
        if (narrowing.category() != null) {
            sql.add("and ? = any (s.categories)", narrowing.category().name());
        }
        if (narrowing.baseType() != null) {
            sql.add("and s.base_type = ?", narrowing.baseType().name());
        }
        if (narrowing.calCard() != null) {
            sql.add("and s.accepts_cal_card = ?", narrowing.calCard());
        }
        if (narrowing.nsp() != null) {
            sql.add("and s.nsp_provision = ?", narrowing.nsp());
        }
    }

    private static void lineMatch(Connection connection, SearchSql sql, List<ListMatches> lists) throws SQLException {
        sql.add(
                LINE_MATCH,
                connection.createArrayOf(
                        "uuid", lists.stream().map(ListMatches::priceListId).toArray()),
                connection.createArrayOf(
                        "int4", lists.stream().map(ListMatches::lines).toArray()),
                connection.createArrayOf(
                        "int4", lists.stream().map(ListMatches::worded).toArray()),
                connection.createArrayOf(
                        "bool", lists.stream().map(ListMatches::literal).toArray()),
                connection.createArrayOf(
                        "bool", lists.stream().map(ListMatches::item).toArray()));
    }
}
