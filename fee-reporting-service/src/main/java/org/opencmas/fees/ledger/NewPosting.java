package org.opencmas.fees.ledger;

import java.time.Instant;
import org.opencmas.fees.facts.OrderPart;
import org.opencmas.journal.ReceivedEvent;

/** A posting about to enter the ledger, with the event on whose account it is made. */
public record NewPosting(Posting posting, ReceivedEvent cause, Instant postedAt) {
    public OrderPart part() {
        return posting.part();
    }

    public Dimension dimension() {
        return posting.difference().dimension();
    }

    Amount amount() {
        return posting.difference().amount();
    }
}
