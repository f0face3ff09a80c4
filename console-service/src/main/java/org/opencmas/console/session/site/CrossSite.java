package org.opencmas.console.session.site;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether another site made the browser send a request. Browsers say so in {@code Sec-Fetch-Site}; where they leave it out (a
 * plain HTTP address that is not the machine's own), the {@code Origin} has to be this site's. A request that says neither is taken
 * as another site's.
 */
public final class CrossSite {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    /** The page itself, or the person: typed, a bookmark, a reload. Another port of this machine is not the page itself. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private CrossSite() {}

    /** Tells whether a request may change something. */
    public static boolean mayChange(@Nullable String fetchSite, @Nullable String origin, @Nullable String host) {
        if (fetchSite != null) {
            return OWN.contains(fetchSite);
        }
        return origin != null && host != null && host.equalsIgnoreCase(authority(origin));
    }

    /** Tells whether a request of this HTTP method changes nothing. */
    public static boolean onlyReads(String method) {
        return READING.contains(method);
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getRawAuthority();
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }
}
