package org.opencmas.console.order;

import jakarta.enterprise.context.ApplicationScoped;
import org.opencmas.console.client.Orders.History;
import org.opencmas.console.client.Orders.HistoryEntry;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.frame.text.Forms;
import org.opencmas.console.person.Persons;

/** What the pages of an order show of what became of it: an order keeps every act, so those that came since a page was opened tell what changed and by whom. */
@ApplicationScoped
class HistoryShown {
    private final Persons persons;

    HistoryShown(Persons persons) {
        this.persons = persons;
    }

    /** Nothing where the history could not be had. */
    Shown of(Panel<History> history) {
        Shown shown = new Shown();
        return history.isThere()
                ? shown.acts(
                        history.value().entries().stream().map(this::sentence).toList())
                : shown;
    }

    private String sentence(HistoryEntry entry) {
        return Forms.words(entry.act()) + " by " + persons.called(entry.by()) + ", " + Forms.moment(entry.at())
                + ", version " + entry.documentVersion() + (entry.said().isEmpty() ? "" : ": " + entry.said());
    }
}
