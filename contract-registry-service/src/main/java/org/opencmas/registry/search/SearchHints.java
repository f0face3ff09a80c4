package org.opencmas.registry.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What to try when a search finds nothing. */
@ApplicationScoped
class SearchHints {
    private static final int ENOUGH = 201;
    private static final String NAMES_ALIKE = """
            select legal_name from contractor
            where word_similarity(plain_text(?), search_text) > 0.2
            order by word_similarity(plain_text(?), search_text) desc, legal_name limit 3
            """;

    private final AgreementSearch search;
    private final DataSource dataSource;

    SearchHints(AgreementSearch search, DataSource dataSource) {
        this.search = search;
        this.dataSource = dataSource;
    }

    List<String> of(Criteria criteria) {
        List<String> hints = new ArrayList<>();
        if (criteria.narrowed()) {
            int wider = search.find(criteria.widened(), null, ENOUGH).size();
            if (wider > 0) {
                hints.add("Without the filters there are " + (wider == ENOUGH ? "more than 200" : wider)
                        + " agreements for these words.");
            }
        }
        criteria.contractorText().ifPresent(name -> {
            List<String> alike = namesAlike(name);
            if (!alike.isEmpty()) {
                hints.add("Contractors with a similar name: " + String.join("; ", alike) + ".");
            }
        });
        if (hints.isEmpty()) {
            hints.add(
                    "Try fewer or more general words, or a part of a word; former names and misspellings are found too.");
        }
        return hints;
    }

    private List<String> namesAlike(String name) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(NAMES_ALIKE)) {
            query.setString(1, name);
            query.setString(2, name);
            List<String> names = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException("the contractors could not be searched", e);
        }
    }
}
