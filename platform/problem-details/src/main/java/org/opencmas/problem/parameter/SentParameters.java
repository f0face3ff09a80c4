package org.opencmas.problem.parameter;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a request as text. What was found to be at fault before is not among them. */
public final class SentParameters {
    private final UriInfo uri;
    private final HttpHeaders headers;
    private final Set<String> faulty;
    private final Instant now;

    SentParameters(UriInfo uri, HttpHeaders headers, Set<String> faulty, Instant now) {
        this.uri = uri;
        this.headers = headers;
        this.faulty = faulty;
        this.now = now;
    }

    /** When the request came, for what may not be in the future. */
    public Instant now() {
        return now;
    }

    /** The value of a query parameter; null when it is absent or at fault. */
    public @Nullable String query(String name) {
        List<String> values = queries(name);
        return values.isEmpty() ? null : values.getFirst();
    }

    /** Whether a query parameter was sent, in whatever form. */
    public boolean has(String name) {
        return uri.getQueryParameters().containsKey(name);
    }

    /** All values of a query parameter; none when it is absent or at fault. */
    public List<String> queries(String name) {
        return faulty.contains(name) ? List.of() : uri.getQueryParameters().getOrDefault(name, List.of());
    }

    /** The value of a query parameter whose type is a whole number; null when it is absent or at fault. */
    public @Nullable Integer number(String name) {
        String value = query(name);
        return value == null ? null : Integer.valueOf(value);
    }

    /** The same of a type that holds larger ones. */
    public @Nullable Long wholeNumber(String name) {
        String value = query(name);
        return value == null ? null : Long.valueOf(value);
    }

    /** The value of a query parameter whose type is a day; null when it is absent or at fault. */
    public @Nullable LocalDate day(String name) {
        String value = query(name);
        return value == null ? null : LocalDate.parse(value);
    }

    /** The value of a header; null when it is absent or at fault. */
    public @Nullable String header(String name) {
        return faulty.contains(name) ? null : headers.getHeaderString(name);
    }
}
