package org.opencmas.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.value.StorableText;

/**
 * Where a keyset-paged list goes on: the sort key of the last item shown. Opaque to clients.
 *
 * @param keys the values of the sort columns in their order, the unique one last
 */
public record Cursor(List<String> keys) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_LENGTH = 2_000;
    /** Any other year is none that a list gave out, and of some the database keeps no day. */
    private static final int LAST_YEAR = 9_999;

    private static final Fault UNKNOWN = new Fault(
            "cursor", "is not a cursor of this list", "Take it from the next link of the page before, unchanged.");

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor of(List<String> keys) {
        return new Cursor(keys);
    }

    public static Cursor of(String... keys) {
        return new Cursor(List.of(keys));
    }

    /**
     * Reads the cursor a client sent back; empty when it sent none, which means the first page.
     *
     * @param size how many keys this list's cursor has
     * @throws InvalidRequest (400) for anything that this list never gave out
     */
    public static Optional<Cursor> parse(@Nullable String raw, int size) {
        if (raw == null || raw.isEmpty()) {
            return Optional.empty();
        }
        List<String> keys = decode(raw);
        if (keys.size() != size || !keys.stream().allMatch(StorableText::holds)) {
            throw unknown();
        }
        return Optional.of(new Cursor(keys));
    }

    /**
     * The key at that place as an id.
     *
     * @throws InvalidRequest (400) when it is none: this list never gave it out
     */
    public UUID id(int place) {
        try {
            return UUID.fromString(keys.get(place));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    /**
     * The key at that place as a whole number from 0 on.
     *
     * @throws InvalidRequest (400) when it is none: this list never gave it out
     */
    public int number(int place) {
        try {
            int number = Integer.parseInt(keys.get(place));
            if (number >= 0) {
                return number;
            }
            throw unknown();
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    /**
     * The key at that place as a day of the years 1 to 9999.
     *
     * @throws InvalidRequest (400) when it is none: this list never gave it out
     */
    public LocalDate day(int place) {
        try {
            return requireYear(LocalDate.parse(keys.get(place)));
        } catch (DateTimeException e) {
            throw unknown();
        }
    }

    /**
     * The key at that place as an instant of the years 1 to 9999, in UTC.
     *
     * @throws InvalidRequest (400) when it is none: this list never gave it out
     */
    public Instant instant(int place) {
        try {
            Instant instant = Instant.parse(keys.get(place));
            requireYear(LocalDate.ofInstant(instant, ZoneOffset.UTC));
            return instant;
        } catch (DateTimeException e) {
            throw unknown();
        }
    }

    private static LocalDate requireYear(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw unknown();
        }
        return day;
    }

    private static List<String> decode(String raw) {
        if (raw.length() > MAX_LENGTH) {
            throw unknown();
        }
        try {
            String json = new String(Base64.getUrlDecoder().decode(raw), StandardCharsets.UTF_8);
            return List.of(JSON.readValue(json, String[].class));
        } catch (IllegalArgumentException | NullPointerException | JsonProcessingException e) {
            throw unknown();
        }
    }

    /** What is wrong with a cursor of any list; whether it is one of this list shows when its keys are read. */
    static Optional<Fault> fault(@Nullable String raw) {
        try {
            if (raw != null && !raw.isEmpty()) {
                decode(raw);
            }
            return Optional.empty();
        } catch (InvalidRequest e) {
            return Optional.of(UNKNOWN);
        }
    }

    static InvalidRequest unknown() {
        return new InvalidRequest(UNKNOWN);
    }

    /** The form that travels in the {@code next} link. */
    @Override
    public String toString() {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(keys));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of strings is always JSON", e);
        }
    }
}
