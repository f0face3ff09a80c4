package org.opencmas.journal;

import org.jspecify.annotations.Nullable;

/**
 * Who caused an event; part of the audit trail.
 *
 * @param subject the person or system that acted, as its token names it
 * @param onBehalfOf the agency or contractor acted for, if any
 * @param requestId the HTTP request in which it happened, or that it goes back to, if any
 */
public record Actor(
        String subject,
        @Nullable String onBehalfOf,
        @Nullable String requestId) {

    /** A service that acts by itself, such as one that answers an event with another. */
    public static Actor system(String service) {
        return new Actor(service, null, null);
    }

    /** The same where it acts in consequence of what began there: what it does not tell by itself is the origin's. */
    public Actor after(ReceivedEvent.Origin origin) {
        return new Actor(
                subject,
                onBehalfOf == null ? origin.onBehalfOf() : onBehalfOf,
                requestId == null ? origin.requestId() : requestId);
    }
}
