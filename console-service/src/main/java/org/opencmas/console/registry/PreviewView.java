package org.opencmas.console.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.department.AgreementDrafts.AffectedOrders;
import org.opencmas.console.client.department.AgreementDrafts.Difference;
import org.opencmas.console.client.department.AgreementDrafts.Preview;

/**
 * What new terms would make of an agreement, as the pages show it.
 *
 * @param terms all terms as they would be, each beside what it is now where that differs
 * @param changed how many of them differ
 * @param later days on which terms that are recorded already take over
 */
public record PreviewView(
        List<Term> terms, long changed, List<Registry.Warning> warnings, List<LocalDate> later, AffectedOrders orders) {

    /**
     * @param before what it says now; the same as {@code after} where nothing differs
     * @param after what it would say
     */
    public record Term(String label, String before, String after, boolean isChanged) {}

    static PreviewView of(Preview preview) {
        Map<String, Difference> differences = new HashMap<>();
        preview.differences().forEach(each -> differences.put(each.field(), each));
        List<Term> terms = TermWords.fields().stream()
                .map(field -> term(field, preview.agreement().path(field), differences.get(field)))
                .toList();
        return new PreviewView(
                terms,
                terms.stream().filter(Term::isChanged).count(),
                preview.warnings(),
                preview.laterTermsFrom(),
                preview.affectedOrders());
    }

    private static Term term(String field, JsonNode now, @Nullable Difference difference) {
        String after = TermWords.value(field, now);
        if (difference == null) {
            return new Term(TermWords.label(field), after, after, false);
        }
        JsonNode from = difference.from();
        return new Term(
                TermWords.label(field),
                TermWords.value(field, from == null ? MissingNode.getInstance() : from),
                after,
                true);
    }
}
