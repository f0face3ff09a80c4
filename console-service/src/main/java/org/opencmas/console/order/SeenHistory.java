package org.opencmas.console.order;

import java.util.List;
import org.opencmas.console.client.Orders.History;
import org.opencmas.console.client.Orders.HistoryEntry;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.field.Inputs;

/** How much of an order's history the reader of a form had seen: the form's field {@code known} has the count of its acts. */
final class SeenHistory {
    private static final String FIELD = "known";

    private SeenHistory() {}

    /** Returns how many acts there are, for the form; empty while that is not known. */
    static String count(Panel<History> history) {
        return history.isThere() ? Integer.toString(history.value().entries().size()) : "";
    }

    /** Returns the acts that came after those that the reader had seen; none where that is not known. */
    static List<HistoryEntry> since(Inputs form, Panel<History> history) {
        List<HistoryEntry> all = history.isThere() ? history.value().entries() : List.of();
        String known = form.value(FIELD);
        int seen = known.matches("[0-9]{1,6}") ? Integer.parseInt(known) : all.size();
        return all.subList(Math.min(seen, all.size()), all.size());
    }
}
