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

    /** The event as a consequence of a received one, whose trace it continues. */
    public static Recording after(ReceivedEvent cause, NewEvent event, Actor actor) {
        return new Recording(event, actor, cause.traceParent());
    }
}
