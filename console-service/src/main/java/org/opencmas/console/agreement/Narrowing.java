package org.opencmas.console.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencmas.console.client.Registry;
import org.opencmas.console.frame.field.Address;
import org.opencmas.console.frame.text.Forms;

/** Searching within results (SRCH-WITHIN): what a search is narrowed by, and what it can be narrowed by further, with how many agreements would be left. */
final class Narrowing {
    private Narrowing() {}

    private static final List<String> FIELDS = List.of("kind", "local", "certification", "code");

    /**
     * Something that the search is narrowed by.
     *
     * @param label what it is
     * @param without the address of the search without it
     */
    record Chosen(String label, String without) {}

    /**
     * A value to narrow by.
     *
     * @param label what it is
     * @param count agreements that would be left
     * @param address the narrower search
     */
    record Choice(String label, int count, String address) {}

    static List<Chosen> chosenIn(SearchForm form) {
        Address all = form.address();
        List<Chosen> chosen = new ArrayList<>();
        for (String field : FIELDS) {
            for (String value : all.values(field)) {
                chosen.add(new Chosen(
                        label(field, value), all.without(field, value).toString()));
            }
        }
        return chosen;
    }

    /** Returns, by heading, the values that are not chosen yet. */
    static Map<String, List<Choice>> choicesOf(SearchForm form, List<Registry.Facet> counts) {
        Map<String, List<Choice>> groups = new LinkedHashMap<>();
        for (Registry.Facet facet : counts) {
            String field = SearchForm.fieldOf(facet.field());
            if (!FIELDS.contains(field)) {
                // The registry counts by more than this page can narrow by.
                continue;
            }
            List<String> had = form.address().values(field);
            if (had.contains(facet.value()) || had.size() >= (field.equals("code") ? SearchForm.MOST_CODES : 1)) {
                continue;
            }
            List<String> values = new ArrayList<>(had);
            values.add(facet.value());
            groups.computeIfAbsent(heading(field), none -> new ArrayList<>())
                    .add(new Choice(
                            label(field, facet.value()),
                            facet.count(),
                            form.address().with(field, values).toString()));
        }
        return groups;
    }

    private static String heading(String field) {
        return switch (field) {
            case "kind" -> "Kind";
            case "local" -> "Who may order";
            case "certification" -> "Contractor certified as";
            case "code" -> "Product code";
            default -> Forms.words(field);
        };
    }

    private static String label(String field, String value) {
        return switch (field) {
            case "local" -> value.equals("true") ? "Local agencies too" : "State agencies only";
            case "code" -> "Code " + value;
            default -> Forms.words(value);
        };
    }
}
