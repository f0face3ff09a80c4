package org.opencmas.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;

/**
 * How a keyset-paged list is asked for. A resource method takes it as a {@code @BeanParam}, after its filters. A limit out of bounds and a
 * cursor of no list are named together with what is wrong with the filters.
 */
@CheckedBy(Paging.Check.class)
public class Paging {
    /** What the types of the two parameters do not say; also for an operation that takes them one by one. */
    public static final class Check implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            Page.fault(sent.number("limit")).ifPresent(fields::fault);
            Cursor.fault(sent.query("cursor")).ifPresent(fields::fault);
        }

        @Override
        public Map<String, String> expectations() {
            return Map.of("limit", "must be a whole number from 1 to " + Page.MAX_LIMIT);
        }
    }

    @QueryParam("limit")
    @Nullable
    Integer limit;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    @Context
    @SuppressWarnings("NullAway.Init")
    UriInfo uri;

    /** For the framework, which fills it from the request. */
    public Paging() {}

    /**
     * How many items to read: one more than the page holds, which only tells whether another page follows.
     *
     * @throws InvalidRequest (400) when the limit sent is below 1 or above 200
     */
    public int count() {
        return Page.limit(limit) + 1;
    }

    /**
     * Most items on the page that is asked for.
     *
     * @throws InvalidRequest (400) when the limit sent is below 1 or above 200
     */
    public int size() {
        return Page.limit(limit);
    }

    /** Whether it is the first page that is asked for. */
    public boolean isFirst() {
        return cursor == null;
    }

    /**
     * The sort key of the last item of the page before; empty for the first page.
     *
     * @param size how many keys this list's cursor has
     * @throws InvalidRequest (400) for anything that this list never gave out
     */
    public Optional<Cursor> after(int size) {
        return Cursor.parse(cursor, size);
    }

    /**
     * The page of the items read.
     *
     * @param read at most {@link #count} items
     * @param cursorOf the sort key of an item
     */
    public <T> Page<T> page(List<T> read, Function<? super T, Cursor> cursorOf) {
        return Page.of(read, Page.limit(limit), cursorOf, uri);
    }

    /**
     * A page that ends where so much was gone through that more would cost too much: it may have few items, or none, and a next page.
     *
     * @param items at most {@link #size}
     * @param last up to where was read; null when nothing follows
     */
    public <T> Page<T> page(List<T> items, @Nullable Cursor last) {
        return Page.upTo(items, Page.limit(limit), last, uri);
    }
}
