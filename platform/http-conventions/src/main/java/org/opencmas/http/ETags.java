package org.opencmas.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Strong entity tags of versioned resources: version 7 is {@code "7"}, quotes included. */
public final class ETags {
    private ETags() {}

    /** The value of the {@code ETag} header for a resource's version. */
    public static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /** The answer 200 with a resource as it is at this version. */
    public static Response ok(Object resource, long version) {
        return Response.ok(resource).header(HttpHeaders.ETAG, of(version)).build();
    }

    /**
     * The answer 201 with a resource as it was made.
     *
     * @param path where it is from now on, without host
     */
    public static Response created(String path, Object resource, long version) {
        return Response.created(URI.create(path))
                .header(HttpHeaders.ETAG, of(version))
                .entity(resource)
                .build();
    }
}
