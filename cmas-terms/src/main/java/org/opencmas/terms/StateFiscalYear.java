package org.opencmas.terms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fiscal year of the State: 1 July to 30 June, both inclusive (practice 7.7). Budgets go by it; reports do not.
 *
 * @param firstYear the calendar year in which it begins
 */
public record StateFiscalYear(int firstYear) implements Comparable<StateFiscalYear> {
    private static final Pattern PRINTED = Pattern.compile("(\\d{4})-(\\d{2})");

    public StateFiscalYear {
        if (firstYear < 1900 || firstYear > 9998) {
            throw new IllegalArgumentException(
                    "The first year of a fiscal year is 1900 to 9998, not " + firstYear + ".");
        }
    }

    /** The fiscal year in which that day lies. */
    public static StateFiscalYear of(LocalDate date) {
        boolean inFirstHalf = date.getMonthValue() >= Month.JULY.getValue();
        return new StateFiscalYear(inFirstHalf ? date.getYear() : date.getYear() - 1);
    }

    /**
     * Reads what {@link #toString()} prints.
     *
     * @throws IllegalArgumentException for any other text, also when the two years do not follow one another
     */
    @JsonCreator
    public static StateFiscalYear parse(String text) {
        Matcher matcher = PRINTED.matcher(text);
        if (matcher.matches()) {
            StateFiscalYear year = new StateFiscalYear(Integer.parseInt(matcher.group(1)));
            if (year.toString().equals(text)) {
                return year;
            }
        }
        throw new IllegalArgumentException("A State fiscal year is written as 2026-27, not as \"" + text + "\".");
    }

    public LocalDate firstDay() {
        return LocalDate.of(firstYear, Month.JULY, 1);
    }

    /** The last day that still belongs to the fiscal year. */
    public LocalDate lastDay() {
        return LocalDate.of(firstYear + 1, Month.JUNE, 30);
    }

    @Override
    public int compareTo(StateFiscalYear other) {
        return Integer.compare(firstYear, other.firstYear);
    }

    /** The fiscal year as it is printed and sent, such as {@code 2026-27}. */
    @Override
    @JsonValue
    public String toString() {
        return "%04d-%02d".formatted(firstYear, (firstYear + 1) % 100);
    }
}
