package org.opencmas.console.frame.field;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Going on in a list: a service's link to what follows, as this site's. */
public final class Cursors {
    /** How many rows a table shows. */
    public static final int ROWS = 50;

    private static final String CURSOR = "cursor";

    private static final int LONGEST = 4_000;

    private Cursors() {}

    /** Returns where in a list a page is asked to go on; null for its beginning. */
    public static @Nullable String of(Inputs inputs) {
        String cursor = inputs.text(CURSOR, LONGEST);
        return Inputs.unlessEmpty(cursor);
    }

    /**
     * Returns the address of the next page with the filter of this one; empty when nothing follows.
     *
     * @param path of the page, such as {@code /orders}
     * @param filter the fields of its address; the cursor among them is replaced
     * @param next the service's link
     */
    public static String next(String path, Map<String, List<String>> filter, @Nullable String next) {
        Optional<String> cursor = following(next);
        if (cursor.isEmpty()) {
            return "";
        }
        var address = new StringBuilder(path).append("?cursor=").append(encoded(cursor.get()));
        filter.forEach((field, values) -> {
            if (!field.equals(CURSOR)) {
                values.stream()
                        .filter(value -> !value.isBlank())
                        .forEach(value -> address.append('&')
                                .append(encoded(field))
                                .append('=')
                                .append(encoded(value)));
            }
        });
        return address.toString();
    }

    /** Returns the cursor in a service's link to what follows; empty on the last page. */
    public static Optional<String> following(@Nullable String next) {
        if (next == null || URI.create(next).getRawQuery() == null) {
            return Optional.empty();
        }
        for (String part : URI.create(next).getRawQuery().split("&", -1)) {
            if (part.startsWith(CURSOR + "=")) {
                return Optional.of(URLDecoder.decode(part.substring(CURSOR.length() + 1), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
