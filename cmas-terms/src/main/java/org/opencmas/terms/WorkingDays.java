package org.opencmas.terms;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/**
 * The days on which the State works: Monday to Friday without its paid holidays.
 *
 * <p>The holidays are those of Government Code section 19853 (a) and (b), as the Department of Human Resources lists them: one that
 * falls on a Sunday is kept on the Monday after it, Veterans Day on a Saturday on the Friday before it, any other on a Saturday on
 * no working day. Days that a Governor appoints for one year, and those that an employee may choose, are not among them. The list is
 * the one in force since 2009, and is read onto earlier years.
 */
public final class WorkingDays {
    private static final int CESAR_CHAVEZ = 31;
    private static final int INDEPENDENCE = 4;
    private static final int VETERANS = 11;
    private static final int CHRISTMAS = 25;

    private WorkingDays() {}

    public static boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day) && holiday(day).isEmpty();
    }

    /** The holiday that the State keeps on that day; empty on any other day, and on a Saturday or Sunday. */
    public static Optional<String> holiday(LocalDate day) {
        if (isWeekend(day)) {
            return Optional.empty();
        }
        Optional<String> own = named(day);
        if (own.isPresent()) {
            return own;
        }
        if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
            return named(day.minusDays(1));
        }
        boolean isBeforeVeteransDay = day.getMonth() == Month.NOVEMBER && day.getDayOfMonth() == VETERANS - 1;
        return day.getDayOfWeek() == DayOfWeek.FRIDAY && isBeforeVeteransDay
                ? named(day.plusDays(1))
                : Optional.empty();
    }

    /**
     * The day that many working days before another, which itself does not count.
     *
     * @param days at least 1
     */
    public static LocalDate before(LocalDate day, int days) {
        LocalDate at = day;
        for (int left = days; left > 0; ) {
            at = at.minusDays(1);
            left -= isWorkingDay(at) ? 1 : 0;
        }
        return at;
    }

    /**
     * The day that many working days after another, which itself does not count.
     *
     * @param days at least 0
     */
    public static LocalDate after(LocalDate day, int days) {
        LocalDate at = day;
        for (int left = days; left > 0; ) {
            at = at.plusDays(1);
            left -= isWorkingDay(at) ? 1 : 0;
        }
        return at;
    }

    /** How many working days there are after the first day through the last one; 0 when that is not later. */
    public static int between(LocalDate after, LocalDate through) {
        return through.isAfter(after)
                ? (int) after.plusDays(1)
                        .datesUntil(through.plusDays(1))
                        .filter(WorkingDays::isWorkingDay)
                        .count()
                : 0;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The holiday that the law names for that very day, whatever day of the week it is. */
    private static Optional<String> named(LocalDate day) {
        int number = day.getDayOfMonth();
        String name = switch (day.getMonth()) {
            case JANUARY ->
                number == 1 ? "New Year's Day" : isNth(day, 3, DayOfWeek.MONDAY) ? "Martin Luther King Jr. Day" : "";
            case FEBRUARY -> isNth(day, 3, DayOfWeek.MONDAY) ? "Presidents' Day" : "";
            case MARCH -> number == CESAR_CHAVEZ ? "Cesar Chavez Day" : "";
            case MAY -> day.equals(day.with(lastInMonth(DayOfWeek.MONDAY))) ? "Memorial Day" : "";
            case JULY -> number == INDEPENDENCE ? "Independence Day" : "";
            case SEPTEMBER -> isNth(day, 1, DayOfWeek.MONDAY) ? "Labor Day" : "";
            case NOVEMBER -> inNovember(day);
            case DECEMBER -> number == CHRISTMAS ? "Christmas Day" : "";
            case APRIL, JUNE, AUGUST, OCTOBER -> "";
        };
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static String inNovember(LocalDate day) {
        if (day.getDayOfMonth() == VETERANS) {
            return "Veterans Day";
        }
        if (isNth(day, 4, DayOfWeek.THURSDAY)) {
            return "Thanksgiving Day";
        }
        return isNth(day.minusDays(1), 4, DayOfWeek.THURSDAY) ? "Day after Thanksgiving" : "";
    }

    private static boolean isNth(LocalDate day, int nth, DayOfWeek weekday) {
        return day.equals(day.with(dayOfWeekInMonth(nth, weekday)));
    }
}
