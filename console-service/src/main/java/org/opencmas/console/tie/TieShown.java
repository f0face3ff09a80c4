package org.opencmas.console.tie;

import jakarta.enterprise.context.ApplicationScoped;
import org.opencmas.console.client.department.OrderTies.LookAlike;
import org.opencmas.console.client.department.OrderTies.OrderTie;
import org.opencmas.console.client.department.OrderTies.TieAct;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.frame.text.Forms;
import org.opencmas.console.person.Persons;

/** What the pages of look-alikes and ties show of them, in words, so that a page can tell what became otherwise. */
@ApplicationScoped
class TieShown {
    private final Persons persons;

    TieShown(Persons persons) {
        this.persons = persons;
    }

    /** A pair that nobody has tied. */
    Shown of(LookAlike pair) {
        return new Shown()
                .say(
                        "Looks alike",
                        reported(pair.purchaseOrderNumber(), pair.amendmentNumber(), pair.agencyName())
                                + ", reported for " + Forms.quarter(pair.quarter()) + ", and "
                                + pair.knownOrderNumber());
    }

    /** What stands in the place of a pair whose known order is tied. */
    Shown ofPair(OrderTie tie) {
        return new Shown().say("Tied", tie(tie) + ", " + said(tie.tied()));
    }

    Shown of(OrderTie tie) {
        return new Shown()
                .say("Tied", tie(tie))
                .say("Withdrawn", tie.withdrawal() == null ? "" : said(tie.withdrawal()));
    }

    private static String tie(OrderTie tie) {
        return reported(tie.purchaseOrderNumber(), tie.amendmentNumber(), tie.agencyName()) + ", to "
                + tie.knownOrderNumber();
    }

    private static String reported(String number, int amendment, String agency) {
        return number + (amendment > 0 ? ", amendment " + amendment : "") + ", of " + agency;
    }

    private String said(TieAct act) {
        return Forms.moment(act.at()) + " by " + persons.called(act.by()) + ": " + act.reason();
    }
}
