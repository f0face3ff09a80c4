package org.opencmas.http;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The id a request is known by in logs, journal entries and problems. A client may choose it with {@code X-Request-Id}
 * (1 to 64 letters, digits, dots, hyphens and underscores); anything else is replaced. It is always answered in
 * {@code X-Request-Id}.
 */
public final class RequestIds {
    /** Request and response header. */
    public static final String HEADER = "X-Request-Id";

    public static final String MDC_KEY = "requestId";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    /** The id of the request being handled; "none" outside a request. */
    public static String current() {
        Object id = MDC.get(MDC_KEY);
        return id == null ? "none" : id.toString();
    }

    public static String takenOrNew(@Nullable String sent) {
        return sent != null && SANE.matcher(sent).matches() ? sent : newId();
    }

    /** Unique, but no secret: that would take the one source of strong randomness, for which all requests would queue. */
    private static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
