package org.opencmas.http;

/** Strong entity tags of versioned resources: version 7 is {@code "7"}, quotes included. */
public final class ETags {
    private ETags() {}

    /** The value of the {@code ETag} header for a resource's version. */
    public static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }
}
