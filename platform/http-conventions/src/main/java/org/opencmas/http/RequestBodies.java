package org.opencmas.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Bounds every body by its kind and hashes the bodies of requests that carry an {@code Idempotency-Key}.
 *
 * <p>{@code cmas.http.max-body-size} (inclusive, default 1 MiB) holds for everything that is read into memory.
 * {@code cmas.http.max-import-size} (inclusive, default 256 MiB) holds for files that are streamed: {@code text/csv},
 * {@code application/octet-stream}, {@code application/zip} and spreadsheets.
 */
@Provider
public class RequestBodies implements ContainerRequestFilter {
    private final IdempotencyKey key;
    private final HttpServerRequest request;
    private final long maxBodyBytes;
    private final long maxImportBytes;

    protected RequestBodies(
            IdempotencyKey key,
            HttpServerRequest request,
            @ConfigProperty(name = "cmas.http.max-body-size") MemorySize maxBodySize,
            @ConfigProperty(name = "cmas.http.max-import-size") MemorySize maxImportSize) {
        this.key = key;
        this.request = request;
        this.maxBodyBytes = maxBodySize.asLongValue();
        this.maxImportBytes = maxImportSize.asLongValue();
    }

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        String sentKey = context.getHeaderString(IdempotencyKey.HEADER);
        DigestedBody digested = hasBody(context) ? bounded(context, sentKey != null) : null;
        if (sentKey != null) {
            key.sentWith(context.getMethod(), request.uri(), sentKey, digested);
        }
    }

    private @Nullable DigestedBody bounded(ContainerRequestContext context, boolean hashed) throws IOException {
        long maxBytes = isFile(context.getMediaType()) ? maxImportBytes : maxBodyBytes;
        var limited = new LimitedBody(context.getEntityStream(), maxBytes);
        if (context.getLength() > maxBytes) {
            throw limited.refuse();
        }
        DigestedBody digested = hashed ? new DigestedBody(limited) : null;
        context.setEntityStream(digested == null ? limited : digested);
        return digested;
    }

    private static boolean hasBody(ContainerRequestContext context) {
        return context.getLength() > 0
                || context.getHeaderString("Transfer-Encoding") != null
                || context.getHeaderString(HttpHeaders.CONTENT_TYPE) != null;
    }

    private static boolean isFile(@Nullable MediaType type) {
        if (type == null) {
            return false;
        }
        String name = type.getType() + '/' + type.getSubtype();
        return name.equals("text/csv")
                || name.equals("application/octet-stream")
                || name.equals("application/zip")
                || name.startsWith("application/vnd.openxmlformats")
                || name.startsWith("application/vnd.ms-excel")
                || name.startsWith("application/vnd.oasis");
    }
}
