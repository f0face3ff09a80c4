package org.opencmas.journal;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The W3C trace that the current thread works in, as the tracer leaves it in the logging context. */
public final class TraceContext {

    private static final String TRACE_ID = "traceId";
    private static final String SPAN_ID = "spanId";

    private TraceContext() {}

    /** The {@code traceparent} of the current thread, or null where nothing is traced. */
    static @Nullable String current() {
        Object trace = MDC.get(TRACE_ID);
        Object span = MDC.get(SPAN_ID);
        return trace == null || span == null ? null : "00-" + trace + "-" + span + "-01";
    }

    /** Lets log lines and events of the current thread continue the given trace, until {@link #leave()}. */
    public static void enter(@Nullable String traceParent) {
        String[] parts = traceParent == null ? new String[0] : traceParent.split("-", -1);
        if (parts.length == 4) {
            MDC.put(TRACE_ID, parts[1]);
            MDC.put(SPAN_ID, parts[2]);
        }
    }

    public static void leave() {
        MDC.remove(TRACE_ID);
        MDC.remove(SPAN_ID);
    }
}
