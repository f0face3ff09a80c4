package org.opencmas.compliance.ordercheck;

import org.opencmas.journal.ReceivedEvent;

/** A submitted order with the event that told of it. */
record Submission(ReceivedEvent event, SubmittedOrder order) {
    ReceivedOrder received() {
        return new ReceivedOrder(order.order(), order.receivedOn(), order.documentVersion());
    }
}
