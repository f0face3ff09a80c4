package org.opencmas.console.order;

import java.util.List;
import org.opencmas.console.client.Orders.History;
import org.opencmas.console.client.Orders.HistoryEntry;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.meanwhile.Change;
import org.opencmas.console.frame.meanwhile.Meanwhile;
import org.opencmas.console.frame.meanwhile.Seen;
import org.opencmas.console.frame.text.Forms;

/**
 * How much of an order's history the reader of a form had seen: the form's field {@code known} has the count of its acts. An order keeps every act, so what came after those tells
 * what became of it and by whom.
 */
public final class SeenHistory {
    private static final String FIELD = "known";

    private SeenHistory() {}

    /**
     * Returns what a form about an order goes on with.
     *
     * @param etag the order's version now
     * @param isTold whether the page tells its reader what came since
     */
    public static Seen seen(Inputs form, String etag, Panel<History> history, boolean isTold) {
        String count =
                history.isThere() ? Integer.toString(history.value().entries().size()) : "";
        return new Seen(form.began("etag", etag, isTold), form.began(FIELD, count, isTold));
    }

    /** Returns the acts that came after those that the reader had seen; none where that is not known. */
    public static Meanwhile since(Inputs form, Panel<History> history) {
        List<HistoryEntry> all = history.isThere() ? history.value().entries() : List.of();
        String known = form.value(FIELD);
        int seen = known.matches("[0-9]{1,6}") ? Integer.parseInt(known) : all.size();
        return Meanwhile.of(all.subList(Math.min(seen, all.size()), all.size()).stream()
                .map(entry -> Change.event(sentence(entry)))
                .toList());
    }

    private static String sentence(HistoryEntry entry) {
        return Forms.words(entry.act()) + " by " + entry.by() + ", " + Forms.moment(entry.at()) + ", version "
                + entry.documentVersion() + (entry.said().isEmpty() ? "" : ": " + entry.said());
    }
}
