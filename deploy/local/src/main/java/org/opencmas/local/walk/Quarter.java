package org.opencmas.local.walk;

import java.time.LocalDate;

/** A calendar quarter as the walk needs it. */
record Quarter(LocalDate firstDay) {

    static Quarter before(LocalDate day) {
        return of(of(day).firstDay.minusDays(1));
    }

    static Quarter of(LocalDate day) {
        int firstMonth = (day.getMonthValue() - 1) / 3 * 3 + 1;
        return new Quarter(LocalDate.of(day.getYear(), firstMonth, 1));
    }

    LocalDate lastDay() {
        return firstDay.plusMonths(3).minusDays(1);
    }

    @Override
    public String toString() {
        return firstDay.getYear() + "-Q" + (firstDay.getMonthValue() + 2) / 3;
    }
}
