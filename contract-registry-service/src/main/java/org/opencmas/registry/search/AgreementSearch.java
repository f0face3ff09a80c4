package org.opencmas.registry.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.registry.search.asked.Criteria;
import org.opencmas.registry.search.asked.SearchWords;
import org.opencmas.registry.search.lines.LineMatches;
import org.opencmas.registry.search.lines.PriceLineIndex;
import org.opencmas.registry.search.lines.PriceRange;

/**
 * Searches agreements: their lines in the index of price lines, everything else in the database, with its full text search and trigrams.
 *
 * <p>Results are ordered by a score that depends on the agreement alone, then by number, so that pages follow each other
 * without gap or repetition. A name weighs 400 to 1000, the id of an item 600, a code 500, a line with the words 300 and more (150 more
 * where it holds them as they are), a line with a similar spelling 100 and more.
 *
 * <p>A description needs three characters, or is a name made of signs such as C#: fewer would find nearly every line. A
 * search that still takes longer than {@value #LONGEST_SECONDS} seconds is given up and refused (400).
 */
@ApplicationScoped
class AgreementSearch {
    private static final int LONGEST_SECONDS = 5;
    private static final String CANCELED = "57014";

    private final DataSource dataSource;
    private final PriceLineIndex index;

    AgreementSearch(DataSource dataSource, PriceLineIndex index) {
        this.dataSource = dataSource;
        this.index = index;
    }

    List<FoundAgreement> find(Criteria criteria, Criteria.@Nullable After after, int fetched) {
        return during(criteria, (connection, lines) -> {
            SearchSql sql = SearchStatement.of(connection, criteria, lines).add("select * from found");
            if (after != null) {
                sql.add(
                        "where score < ? or (score = ? and cmas_number > ?)",
                        after.score(),
                        after.score(),
                        after.cmasNumber());
            }
            sql.add("order by score desc, cmas_number limit ?", fetched);
            return answer(connection, sql, row -> FoundRow.of(row, lines));
        });
    }

    /** Counts what narrowing by each value would leave. */
    List<Facet> facets(Criteria criteria) {
        SearchFacets.Priced priced = SearchFacets.priced(criteria, index);
        return during(criteria, (connection, lines) -> {
            SearchSql sql = SearchFacets.of(connection, criteria, lines, priced);
            return answer(
                    connection,
                    sql,
                    row -> new Facet(row.getString("field"), row.getString("value"), row.getLong("agreements")));
        });
    }

    /** Asks the database, with the lines that were found if any are looked for. */
    private interface Search<T> {
        T with(Connection connection, @Nullable LineMatches lines) throws SQLException;
    }

    private <T> T during(Criteria criteria, Search<T> search) {
        try (LineMatches lines = lines(criteria);
                Connection connection = dataSource.getConnection()) {
            return search.with(connection, lines);
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    private @Nullable LineMatches lines(Criteria criteria) {
        if (!criteria.looksForLines()) {
            return null;
        }
        return lines(index, criteria, criteria.prices());
    }

    static LineMatches lines(PriceLineIndex index, Criteria criteria, PriceRange prices) {
        SearchWords words = criteria.descriptionText().map(SearchWords::of).orElse(null);
        return index.find(words == null ? null : words.words(), words != null && words.wordsOnly(), prices);
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
}
