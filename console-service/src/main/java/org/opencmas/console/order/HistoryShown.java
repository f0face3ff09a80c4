package org.opencmas.console.order;

import org.opencmas.console.client.Orders.History;
import org.opencmas.console.client.Orders.HistoryEntry;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.frame.text.Forms;

/** What the pages of an order show of what became of it: an order keeps every act, so those that came since a page was opened tell what changed and by whom. */
final class HistoryShown {
    private HistoryShown() {}

    /** Nothing where the history could not be had. */
    static Shown of(Panel<History> history) {
        Shown shown = new Shown();
        return history.isThere()
                ? shown.acts(history.value().entries().stream()
                        .map(HistoryShown::sentence)
                        .toList())
                : shown;
    }

    private static String sentence(HistoryEntry entry) {
        return Forms.words(entry.act()) + " by " + entry.by() + ", " + Forms.moment(entry.at()) + ", version "
                + entry.documentVersion() + (entry.said().isEmpty() ? "" : ": " + entry.said());
    }
}
