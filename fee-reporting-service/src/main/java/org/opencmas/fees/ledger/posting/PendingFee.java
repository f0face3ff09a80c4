package org.opencmas.fees.ledger.posting;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.fees.facts.OrderChange;
import org.opencmas.fees.facts.OrderPart;
import org.opencmas.fees.ledger.worth.FeeFacts;
import org.opencmas.fees.ledger.worth.Worth;
import org.opencmas.terms.CalendarQuarter;

/** A part of an order whose fee cannot be worked out yet, with what is known of it. */
record PendingFee(OrderPart part, Worth.Uncomputable worth, FeeFacts facts, Instant since) {
    OrderChange original() {
        return facts.history().getFirst();
    }

    /** The contractor that sees it in its list, if it is known. */
    Optional<UUID> contractorId() {
        return facts.contractorId();
    }

    /** The quarters that its amounts belong to, as PostgreSQL writes an array. */
    String quarters() {
        return worth.course().quarters().map(CalendarQuarter::toString).collect(joining(",", "{", "}"));
    }
}
