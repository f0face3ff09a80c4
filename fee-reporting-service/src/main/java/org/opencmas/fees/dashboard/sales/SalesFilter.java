package org.opencmas.fees.dashboard.sales;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.http.Filters;
import org.opencmas.fees.http.QuarterSpan;
import org.opencmas.problem.body.FieldReader;
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
        var fields = new FieldReader();
        SalesFilter filter = read(fields, at, by, member, from, through, position);
        fields.requireNoFaults();
        return filter;
    }

    /** The same, of no use when the fields hold a fault. */
    public static SalesFilter read(
            FieldReader fields,
            String at,
            @Nullable String by,
            @Nullable String member,
            @Nullable String from,
            @Nullable String through,
            @Nullable Long position) {
        var filters = new Filters(at, fields);
        SalesView view = filters.choice("by", by, List.of(SalesView.values()), SalesView::param);
        QuarterSpan quarters = filters.quarters(from, through);
        if (position != null && position < 0) {
            filters.fault("position", "is no position: it is below 0");
        }
        String only = member == null ? null : checked(filters, view, member);
        return new SalesFilter(view, only, quarters.first(), quarters.last(), position);
    }

    private static String checked(Filters filters, SalesView view, String member) {
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
            filters.fault("member", "is no member of the view by " + view.param());
            return member;
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
