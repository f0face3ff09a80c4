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
import org.opencmas.registry.search.asked.Criteria;
import org.opencmas.registry.search.asked.SearchWords;
import org.opencmas.registry.search.lines.PriceLineIndex;

/** What to try when a search finds nothing. */
@ApplicationScoped
class SearchHints {
    private static final int ENOUGH = 201;
    private static final int MOST_WORDS = 5;
    private static final String NAMES_ALIKE = """
            select legal_name from contractor
            where word_similarity(plain_text(?), search_text) > 0.2
            order by word_similarity(plain_text(?), search_text) desc, legal_name limit 3
            """;

    private final AgreementSearch search;
    private final PriceLineIndex index;
    private final DataSource dataSource;

    SearchHints(AgreementSearch search, PriceLineIndex index, DataSource dataSource) {
        this.search = search;
        this.index = index;
        this.dataSource = dataSource;
    }

    /** The description with its misspelt words put right; null when no line holds more of them that way, or something was found for them as they are. */
    @Nullable
    String meant(Criteria criteria, List<FoundAgreement> found) {
        boolean asWritten = found.stream()
                .flatMap(each -> each.matches().stream())
                .anyMatch(match -> switch (match.by()) {
                    case CODE, ITEM_ID, ITEM_WORDS -> true;
                    case CONTRACTOR_NAME, FORMER_NAME, SIMILAR_NAME, SIMILAR_ITEM -> false;
                });
        return asWritten
                ? null
                : criteria.descriptionText()
                        .flatMap(text -> index.suggestions().meant(text))
                        .orElse(null);
    }

    /** @param pending how many price lists the search did not look at yet */
    List<String> of(Criteria criteria, long pending) {
        List<String> hints = new ArrayList<>();
        if (pending > 0) {
            hints.add(
                    pending == 1
                            ? "A price list that was just published is still being taken in; search again in a moment."
                            : pending
                                    + " price lists that were just published are still being taken in; search again in a moment.");
        }
        if (criteria.narrowed()) {
            int wider = search.find(criteria.widened(), null, ENOUGH).size();
            if (wider > 0) {
                hints.add("Without the filters "
                        + (wider == 1
                                ? "one agreement is found."
                                : (wider == ENOUGH ? "more than " + (ENOUGH - 1) : wider) + " agreements are found."));
            }
        }
        criteria.descriptionText().ifPresent(text -> hints.addAll(withoutOneWord(criteria, text)));
        criteria.contractorText().ifPresent(name -> {
            List<String> alike = namesAlike(name);
            if (!alike.isEmpty()) {
                String names = String.join("; ", alike);
                hints.add("Contractors with a similar name: " + names + (names.endsWith(".") ? "" : "."));
            }
        });
        if (hints.isEmpty()) {
            hints.add(
                    "Try fewer or more general words, or a part of a word; former names and misspellings are found too.");
        }
        return hints;
    }

    /** Which word to leave out, so that something is found. */
    private List<String> withoutOneWord(Criteria criteria, String text) {
        String[] words = text.split("\\s+", -1);
        if (words.length < 2 || words.length > MOST_WORDS) {
            return List.of();
        }
        List<String> dropped = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            List<String> left = new ArrayList<>(List.of(words));
            left.remove(i);
            String rest = String.join(" ", left);
            if (SearchWords.isEnough(rest)
                    && !search.find(criteria.withDescription(rest), null, 1).isEmpty()) {
                dropped.add("Without “" + words[i] + "” there is something for “" + rest + "”.");
            }
        }
        return dropped;
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
