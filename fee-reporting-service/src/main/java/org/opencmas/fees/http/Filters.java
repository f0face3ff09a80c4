package org.opencmas.fees.http;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.ProgramCalendar;

/**
 * Reads what a list or a figure is narrowed to and notes every fault, so that one answer names them all. What stands in for a bad value is never used:
 * {@link #requireNoFaults()} comes before.
 */
public final class Filters {
    private static final CalendarQuarter FIRST = CalendarQuarter.of(ProgramCalendar.FIRST_DAY);

    private final String at;
    private final FieldReader fields;

    /** Filters in a query. */
    public Filters() {
        this("", new FieldReader());
    }

    /**
     * @param at what stands before the name of each: nothing in a query, a slash in a body
     * @param fields takes the faults
     */
    public Filters(String at, FieldReader fields) {
        this.at = at;
        this.fields = fields;
    }

    /** Checks the filters that have one name and one form in all lists: numbers, quarters and identifiers. */
    public static final class Check implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            var filters = new Filters("", fields);
            List.of("contractorId", "agencyId", "orderId").forEach(name -> filters.id(name, sent.query(name)));
            filters.cmasNumber("cmasNumber", sent.query("cmasNumber"));
            filters.quarter("quarter", sent.query("quarter"));
        }
    }

    /** Checks the quarters of a figure, {@code from} and {@code through}. */
    public static final class QuartersCheck implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            new Filters("", fields).quarters(sent.query("from"), sent.query("through"));
        }
    }

    /** An identifier; null when it is absent or at fault. */
    public @Nullable UUID id(String name, @Nullable String raw) {
        return raw == null ? null : fields.id(at + name, raw);
    }

    /** A CMAS number in any of its printings; null when it is absent or at fault. */
    public @Nullable CmasNumber cmasNumber(String name, @Nullable String raw) {
        return raw == null ? null : fields.value(at + name, raw, "is no CMAS number", CmasNumber::parse);
    }

    /** A calendar quarter written {@code 2026-Q4}; null when it is absent or at fault. */
    public @Nullable CalendarQuarter quarter(String name, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        CalendarQuarter quarter = fields.value(at + name, raw, "is no quarter", CalendarQuarter::parse);
        if (quarter == null || UrlValues.isProgramQuarter(quarter)) {
            return quarter;
        }
        fields.fault(at + name, UrlValues.PROGRAM_QUARTERS);
        return null;
    }

    /**
     * Quarters {@code from} one that must be given {@code through} another; without that, the first one alone.
     */
    public QuarterSpan quarters(@Nullable String from, @Nullable String through) {
        if (from == null) {
            fields.fault(at + "from", "is missing", "Give the first quarter, such as from=2026-Q1.");
        }
        CalendarQuarter first = quarter("from", from);
        CalendarQuarter last = quarter("through", through);
        if (first != null && last != null && last.compareTo(first) < 0) {
            fields.fault(at + "through", "must not be before from (" + first + ")");
        }
        CalendarQuarter known = Objects.requireNonNullElse(first, FIRST);
        return new QuarterSpan(known, Objects.requireNonNullElse(last, known));
    }

    /**
     * One of a few values; the first one when absent or at fault.
     *
     * @param written how a value is written, in small or in capital letters
     */
    public <T> T choice(String name, @Nullable String raw, List<T> values, Function<T, String> written) {
        if (raw == null) {
            return values.getFirst();
        }
        Optional<T> chosen = values.stream()
                .filter(value -> written.apply(value).equalsIgnoreCase(raw))
                .findFirst();
        if (chosen.isEmpty()) {
            fields.fault(
                    at + name, "is not one of " + values.stream().map(written).collect(Collectors.joining(", ")));
        }
        return chosen.orElse(values.getFirst());
    }

    /** Any of an enum's values. */
    public <E extends Enum<E>> List<E> choices(String name, List<String> raw, Class<E> type) {
        List<E> values = Arrays.asList(type.getEnumConstants());
        return raw.stream().map(each -> choice(name, each, values, Enum::name)).toList();
    }

    public void fault(String name, String detail) {
        fields.fault(at + name, detail);
    }

    /** @throws org.opencmas.problem.InvalidRequest (400) with all faults, when there is one */
    public void requireNoFaults() {
        fields.requireNoFaults();
    }
}
