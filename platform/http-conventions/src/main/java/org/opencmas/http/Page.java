package org.opencmas.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;

/**
 * One page of a keyset-paged list.
 *
 * @param items at most the limit asked for, in the list's order
 * @param next where the following page is, as a path with query; null on the last page
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {
    /** Items on a page when the client does not say. */
    public static final int DEFAULT_LIMIT = 50;
    /** Most items on a page, inclusive. */
    public static final int MAX_LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page size to read.
     *
     * @param limit what the client sent, null for the default of 50
     * @throws InvalidRequest (400) below 1 or above 200
     */
    public static int limit(@Nullable Integer limit) {
        fault(limit).ifPresent(fault -> {
            throw new InvalidRequest(fault);
        });
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    static Optional<Fault> fault(@Nullable Integer limit) {
        return limit == null || (limit >= 1 && limit <= MAX_LIMIT)
                ? Optional.empty()
                : Optional.of(new Fault("limit", "must be between 1 and 200"));
    }

    /**
     * A page from one row more than the limit: the extra row only tells that there is a next page.
     *
     * @param fetched up to {@code limit + 1} items
     * @param cursorOf the sort key of an item
     */
    public static <T> Page<T> of(List<T> fetched, int limit, Function<? super T, Cursor> cursorOf, UriInfo uri) {
        if (fetched.size() <= limit) {
            return new Page<>(fetched, null);
        }
        return upTo(fetched.subList(0, limit), limit, cursorOf.apply(fetched.get(limit - 1)), uri);
    }

    /** @param last up to where was read; null on the last page */
    static <T> Page<T> upTo(List<T> items, int limit, @Nullable Cursor last, UriInfo uri) {
        if (last == null) {
            return new Page<>(items, null);
        }
        String next = uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", last.toString())
                .replaceQueryParam("limit", limit)
                .build()
                .toString();
        return new Page<>(items, pathAndQuery(next));
    }

    private static String pathAndQuery(String uri) {
        int scheme = uri.indexOf("://");
        return scheme < 0 ? uri : uri.substring(uri.indexOf('/', scheme + 3));
    }
}
