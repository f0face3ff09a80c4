package org.opencmas.terms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarter of the calendar year, by which contractors report (practice 1.4, 7.7). It is no quarter of the State's fiscal
 * year, which is {@link StateFiscalYear}.
 *
 * @param year the calendar year, 1900 to 9999
 * @param number 1 (January to March) to 4 (October to December)
 */
public record CalendarQuarter(int year, int number) implements Comparable<CalendarQuarter> {
    private static final Pattern PRINTED = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Comparator<CalendarQuarter> IN_TIME =
            Comparator.comparingInt(CalendarQuarter::year).thenComparingInt(CalendarQuarter::number);

    public CalendarQuarter {
        if (year < 1900 || year > 9999) {
            throw new IllegalArgumentException("The year of a quarter is 1900 to 9999, not " + year + ".");
        }
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("A year has the quarters 1 to 4, not " + number + ".");
        }
    }

    /** The quarter in which that day lies. */
    public static CalendarQuarter of(LocalDate date) {
        return new CalendarQuarter(date.getYear(), (date.getMonthValue() + 2) / 3);
    }

    /**
     * Reads what {@link #toString()} prints.
     *
     * @param text such as {@code 2026-Q4}
     * @throws IllegalArgumentException for any other text, with a reason for a person
     */
    @JsonCreator
    public static CalendarQuarter parse(String text) {
        Matcher matcher = PRINTED.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("A calendar quarter is written as 2026-Q4, not as \"" + text + "\".");
        }
        return new CalendarQuarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** The first day that belongs to the quarter. */
    public LocalDate firstDay() {
        return LocalDate.of(year, number * 3 - 2, 1);
    }

    /** The last day that still belongs to the quarter. */
    public LocalDate lastDay() {
        return firstDay().plusMonths(3).minusDays(1);
    }

    /** True when the day is one of the quarter's, the first and the last included. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(firstDay()) && !date.isAfter(lastDay());
    }

    /**
     * That day of the month after the quarter, or its last day where the month is shorter: what is due for the quarter is due then.
     *
     * @param dayOfMonth 1 to 31
     */
    public LocalDate dueOn(int dayOfMonth) {
        LocalDate nextMonth = next().firstDay();
        return nextMonth.withDayOfMonth(Math.min(dayOfMonth, nextMonth.lengthOfMonth()));
    }

    public CalendarQuarter next() {
        return of(firstDay().plusMonths(3));
    }

    public CalendarQuarter previous() {
        return of(firstDay().minusDays(1));
    }

    @Override
    public int compareTo(CalendarQuarter other) {
        return IN_TIME.compare(this, other);
    }

    /** The quarter as it is printed and sent, such as {@code 2026-Q4}. */
    @Override
    @JsonValue
    public String toString() {
        return "%04d-Q%d".formatted(year, number);
    }
}
