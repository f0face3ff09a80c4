package org.opencmas.fees.dashboard.sales;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.http.UrlValues;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.StateFiscalYear;

/**
 * Which sales a figure is of: the same for the figure, for the lines behind it and for its export.
 *
 * @param member the only one of the view; null for all
 * @param from first quarter, inclusive
 * @param through last quarter, inclusive
 * @param position the last entry that counts; null for all that there are
 */
public record SalesFilter(
        SalesView view,
        @Nullable String member,
        CalendarQuarter from,
        CalendarQuarter through,
        @Nullable Long position) {
    /** Of members that are not known yet. */
    private static final String UNKNOWN = "UNKNOWN";

    /**
     * What was asked for; a bad value is refused by its place (400).
     *
     * @param at what stands before the name of each value: nothing in a query, a slash in a body
     */
    public static SalesFilter of(
            String at,
            @Nullable String by,
            @Nullable String member,
            @Nullable String from,
            @Nullable String through,
            @Nullable Long position) {
        SalesView view = SalesView.of(at + "by", by);
        if (from == null) {
            throw new InvalidRequest(
                    new Fault(at + "from", "is missing", "Give the first quarter, such as from=2026-Q1."));
        }
        CalendarQuarter first = UrlValues.quarter(at + "from", from);
        CalendarQuarter last = Objects.requireNonNullElse(UrlValues.optionalQuarter(at + "through", through), first);
        if (last.compareTo(first) < 0) {
            throw new InvalidRequest(new Fault(at + "through", "must not be before from (" + first + ")"));
        }
        if (position != null && position < 0) {
            throw new InvalidRequest(new Fault(at + "position", "is no position: it is below 0"));
        }
        return new SalesFilter(view, member == null ? null : checked(at, view, member), first, last, position);
    }

    private static String checked(String at, SalesView view, String member) {
        try {
            return switch (view) {
                case QUARTER -> CalendarQuarter.parse(member).toString();
                case FISCAL_YEAR -> StateFiscalYear.parse(member).toString();
                case AGENCY_TYPE ->
                    member.equals(UNKNOWN) ? member : AgencyType.valueOf(member).name();
                case AGENCY -> UUID.fromString(member).toString();
                case CONTRACTOR ->
                    member.equals(UNKNOWN) ? member : UUID.fromString(member).toString();
                case CATEGORY -> oneOf(member, "IT|NON_IT");
                case SCHEDULE -> oneOf(member, "\\d{2}|NOT_PRINTED");
            };
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest(new Fault(at + "member", "is no member of the view by " + view.param()));
        }
    }

    private static String oneOf(String member, String pattern) {
        if (!member.matches(pattern)) {
            throw new IllegalArgumentException(member);
        }
        return member;
    }

    /** The same of one member. */
    SalesFilter of(String only) {
        return new SalesFilter(view, only, from, through, position);
    }

    /** The same up to that entry. */
    public SalesFilter upTo(long last) {
        return new SalesFilter(view, member, from, through, last);
    }

    /** The filter as a query. */
    public String query() {
        return "by=" + view.param() + (member == null ? "" : "&member=" + member) + "&from=" + from + "&through="
                + through + (position == null ? "" : "&position=" + position);
    }
}
