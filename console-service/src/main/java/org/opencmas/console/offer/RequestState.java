package org.opencmas.console.offer;

/** Where a request for offer stands, as the service names it. */
enum RequestState {
    DRAFT,
    SENT,
    CLOSED,
    CANCELLED
}
