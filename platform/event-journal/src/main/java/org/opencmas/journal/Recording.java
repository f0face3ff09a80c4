package org.opencmas.journal;

import org.jspecify.annotations.Nullable;

/**
 * An event with who caused it and the trace that it continues.
 *
 * @param traceParent the W3C {@code traceparent}, null where nothing is traced
 */
public record Recording(
        NewEvent event, Actor actor, @Nullable String traceParent) {

    /** The event as part of the trace that the current thread works in. */
    public static Recording now(NewEvent event, Actor actor) {
        return new Recording(event, actor, TraceContext.current());
    }

    /** The event as a consequence of a received one: it continues its trace, and names the request and the tenant that both go back to. */
    public static Recording after(ReceivedEvent cause, NewEvent event, Actor actor) {
        return new Recording(event, actor.after(cause.origin()), cause.traceParent());
    }
}
