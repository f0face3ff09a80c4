package org.opencmas.order.purchaseorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.OrderDocument;

/**
 * A stored version of an order: its immutable document and where it stands.
 *
 * @param submission when and by whom it was sent for a decision; null while it is a draft
 * @param decision what the rule book said; null until it did
 */
public record OrderVersion(
        OrderDocument document,
        OrderState state,
        Act created,
        @Nullable Act submission,
        @Nullable Decision decision) {

    /**
     * Who did something and when.
     *
     * @param by the person or system by the name in its token
     * @param requestId the request in which it was done, if any
     */
    public record Act(Instant at, String by, @Nullable String requestId) {}

    static OrderVersion draft(OrderDocument document, Act created) {
        return new OrderVersion(document, OrderState.DRAFT, created, null, null);
    }

    OrderVersion submitted(Act act) {
        return new OrderVersion(document, Lifecycle.require(state, OrderAct.SUBMIT), created, act, decision);
    }

    OrderVersion decided(OrderAct act, Decision made) {
        return new OrderVersion(document, Lifecycle.require(state, act), created, submission, made);
    }

    OrderVersion after(OrderAct act) {
        return new OrderVersion(document, Lifecycle.require(state, act), created, submission, decision);
    }

    /** An open amendment that comes to nothing. */
    OrderVersion lapsed() {
        return after(OrderAct.LAPSE);
    }

    /** The first version as it was when it was written, whatever was decided since. */
    public OrderVersion asWritten() {
        boolean submittedAtOnce = submission != null && submission.at().equals(created.at());
        return submittedAtOnce
                ? new OrderVersion(document, OrderState.SUBMITTED, created, submission, null)
                : draft(document, created);
    }

    public int number() {
        return document.documentVersion();
    }

    public boolean isAmendment() {
        return document.amendmentNumber() > 0;
    }
}
