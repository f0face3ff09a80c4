package org.opencmas.sql;

import java.util.regex.Pattern;

/** JSON as the database can keep it: a text of it may hold the sign U+0000, which PostgreSQL keeps in no text. */
public final class StorableJson {
    /** After an even number of backslashes; after an odd one it is a text that only looks like it. */
    private static final Pattern ESCAPED_ZERO = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private StorableJson() {}

    /** The same with U+FFFD in the place of each such sign. */
    public static String of(String json) {
        return json.contains("\\u0000") ? ESCAPED_ZERO.matcher(json).replaceAll("$1\\\\ufffd") : json;
    }
}
