package org.opencmas.order.requestforoffer;

/** Where a request for offer stands. Which act leads from where to where is in {@link RequestLifecycle}. */
public enum RequestState {
    /** Being written; no contractor sees it. */
    DRAFT,
    /** Contractors were asked; what it asks for stays as it is. */
    SENT,
    /** No more offers are waited for; those that come all the same are recorded as late. */
    CLOSED,
    /** Given up; no order follows from it. */
    CANCELLED
}
