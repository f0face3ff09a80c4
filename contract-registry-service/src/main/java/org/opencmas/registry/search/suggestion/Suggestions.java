package org.opencmas.registry.search.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.opencmas.registry.search.SearchSql;
import org.opencmas.registry.search.lines.ListsInForce;
import org.opencmas.registry.search.lines.PriceLineIndex;
import org.opencmas.terms.ProgramCalendar;

/** Names, codes and items of which a word begins as what is typed, letter case and accents apart. */
@ApplicationScoped
class Suggestions {
    private static final int MOST = 5;
    private static final String CONTRACTORS = """
            select legal_name, legal_name from contractor
            where search_text like plain_text(?) or search_text like '% ' || plain_text(?)
            order by plain_text(legal_name) like plain_text(?) desc, legal_name limit\s""" + MOST;
    private static final String CODES = """
            select code, code || ' ' || title from product_code
            where plain_text(code) like plain_text(?) or ' ' || plain_text(title) like '% ' || plain_text(?)
            order by plain_text(code) like plain_text(?) desc, code limit\s""" + MOST;

    private final DataSource dataSource;
    private final PriceLineIndex index;
    private final ListsInForce lists;
    private final Clock clock;

    Suggestions(DataSource dataSource, PriceLineIndex index, ListsInForce lists, Clock clock) {
        this.dataSource = dataSource;
        this.index = index;
        this.lists = lists;
        this.clock = clock;
    }

    List<Suggestion> of(String typed) {
        List<Suggestion> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            add(connection, CONTRACTORS, Suggestion.Field.CONTRACTOR, typed, found);
            add(connection, CODES, Suggestion.Field.CODE, typed, found);
        } catch (SQLException e) {
            throw new IllegalStateException("nothing could be suggested", e);
        }
        LocalDate today = ProgramCalendar.dateOf(clock.instant());
        index.suggestions().lines(typed, MOST, some -> lists.among(some, today).keySet()).stream()
                .map(line -> new Suggestion(
                        Suggestion.Field.DESCRIPTION, line.description(), line.itemId() + " " + line.description()))
                .forEach(found::add);
        return found;
    }

    private static void add(
            Connection connection, String sql, Suggestion.Field field, String typed, List<Suggestion> found)
            throws SQLException {
        String beginning = SearchSql.containing(typed).substring(1);
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 1; i <= 3; i++) {
                query.setString(i, beginning);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Suggestion(field, rows.getString(1), rows.getString(2)));
                }
            }
        }
    }
}
