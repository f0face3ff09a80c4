package org.opencmas.http;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code Prefer} request header (RFC 7240), of which {@code wait} is understood. */
public final class Prefer {
    /** The longest wait granted, inclusive; a longer wish is shortened to it. */
    public static final Duration MAX_WAIT = Duration.ofSeconds(30);

    private static final Pattern WAIT = Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?=$|[,;])");

    private Prefer() {}

    /**
     * How long the client would rather wait for the outcome than be told to ask again; empty when it has no such
     * preference or states it in a way that cannot be understood, for a preference is never an error (RFC 7240 s2).
     */
    public static Optional<Duration> waitSeconds(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher wait = WAIT.matcher(header);
        if (!wait.find()) {
            return Optional.empty();
        }
        Duration wish = Duration.ofSeconds(Long.parseLong(wait.group(1)));
        return Optional.of(wish.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wish);
    }
}
