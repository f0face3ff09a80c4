package org.opencmas.console.client.call;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the cursor out of a list's link to its next page. */
public final class Cursors {
    private static final String FIELD = "cursor=";

    private Cursors() {}

    /** @param next the link as the service answers it; null on the last page */
    public static Optional<String> of(@Nullable String next) {
        if (next == null) {
            return Optional.empty();
        }
        String query = URI.create(next).getRawQuery();
        for (String field : query == null ? new String[0] : query.split("&", -1)) {
            if (field.startsWith(FIELD)) {
                return Optional.of(URLDecoder.decode(field.substring(FIELD.length()), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }
}
