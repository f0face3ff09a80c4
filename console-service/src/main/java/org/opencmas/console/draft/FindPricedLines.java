package org.opencmas.console.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.opencmas.console.client.PricedAgreements;
import org.opencmas.console.client.PricedAgreements.PricedLine;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;

/** Finds lines of a price list and takes them over into the form. */
@ApplicationScoped
class FindPricedLines {
    private static final int FOUND_LINES = 20;

    private final PricedAgreements registry;

    FindPricedLines(@RestClient PricedAgreements registry) {
        this.registry = registry;
    }

    /**
     * @param lines what was found
     * @param note why nothing was; empty when something was
     */
    record Found(List<PricedLine> lines, String note) {
        static final Found NOT_ASKED = new Found(List.of(), "");
    }

    /** Looks for the words of the field {@code find} in the price list of the CMAS in the field {@code cmas}. */
    Found find(Inputs inputs) {
        String number = inputs.text("cmas");
        String words = inputs.text("find");
        if (number.isEmpty()) {
            return new Found(List.of(), "Give the CMAS number whose price list is to be searched.");
        }
        try {
            List<PricedLine> lines = registry.lines(number, null, Inputs.unlessEmpty(words), FOUND_LINES)
                    .items();
            return new Found(lines, lines.isEmpty() ? "No line of this price list holds these words." : "");
        } catch (ServiceProblem refused) {
            return new Found(List.of(), refused.detail());
        }
    }

    /** Takes a line of the price list over, as it is priced. */
    Map<String, List<String>> taken(Map<String, List<String>> fields, Inputs inputs, String item) {
        String number = inputs.text("cmas");
        List<PricedLine> lines = registry.lines(number, item, null, 1).items();
        if (lines.isEmpty()) {
            throw new NoSuchPage("The price list has no such item any more.");
        }
        PricedLine line = lines.getFirst();
        Map<String, String> values = new HashMap<>();
        values.put("cmasNumber", number);
        values.put("itemId", line.itemId());
        values.put("description", line.description());
        values.put("unit", line.unit());
        values.put("unitPrice", line.price().toPlainString());
        String kind = line.kind();
        values.put("kind", kind == null ? "" : kind);
        Map<String, List<String>> kept = fields;
        // The one empty line that a new form begins with gives way.
        if (DraftFields.lines(fields) == 1
                && inputs.value(DraftFields.lineField(0, "description")).isBlank()) {
            kept = DraftFields.withoutLine(fields, 0);
        }
        return DraftFields.withLine(kept, values);
    }
}
