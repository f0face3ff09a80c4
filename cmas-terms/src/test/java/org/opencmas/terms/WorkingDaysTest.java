package org.opencmas.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    /** The days observed in 2013 are those that a State agency published for that year (Air Resources Board, January 2013). */
    @ParameterizedTest
    @CsvSource({
        "2013-01-01, New Year's Day",
        "2013-01-21, Martin Luther King Jr. Day",
        "2013-02-18, Presidents' Day",
        "2013-04-01, Cesar Chavez Day",
        "2013-05-27, Memorial Day",
        "2013-07-04, Independence Day",
        "2013-09-02, Labor Day",
        "2013-11-11, Veterans Day",
        "2013-11-28, Thanksgiving Day",
        "2013-11-29, Day after Thanksgiving",
        "2013-12-25, Christmas Day",
        "2017-01-02, New Year's Day",
        "2017-11-10, Veterans Day",
        "2018-11-12, Veterans Day"
    })
    void aHolidayIsKeptOnItsWorkingDay(LocalDate day, String name) {
        assertThat(WorkingDays.holiday(day)).hasValue(name);
        assertThat(WorkingDays.isWorkingDay(day)).isFalse();
    }

    @Test
    void aYearHasElevenHolidays() {
        assertThat(LocalDate.of(2013, 1, 1)
                        .datesUntil(LocalDate.of(2014, 1, 1))
                        .filter(day -> WorkingDays.holiday(day).isPresent()))
                .hasSize(11);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-03", // the day before a Fourth of July on a Saturday, which is kept on no day
        "2026-03-30",
        "2026-10-12",
        "2026-11-25"
    })
    void otherDaysAreWorkedOn(LocalDate day) {
        assertThat(WorkingDays.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // the day, ten working days before it
        "2026-12-11, 2026-11-25", // over Thanksgiving, the day after it and two weekends
        "2026-12-14, 2026-11-30",
        "2026-06-12, 2026-05-29",
        "2027-01-04, 2026-12-17" // over Christmas Day and New Year's Day
    })
    void theDayItselfDoesNotCount(LocalDate day, LocalDate tenBefore) {
        assertThat(WorkingDays.before(day, 10)).isEqualTo(tenBefore);
        assertThat(WorkingDays.between(tenBefore.minusDays(1), day.minusDays(1)))
                .isEqualTo(10);
    }

    @Test
    void fromAWeekendItIsCountedFromTheNextWorkingDay() {
        assertThat(WorkingDays.after(LocalDate.parse("2026-11-25"), 1)).isEqualTo("2026-11-30");
        assertThat(WorkingDays.after(LocalDate.parse("2026-11-28"), 0)).isEqualTo("2026-11-28");
        assertThat(WorkingDays.between(LocalDate.parse("2026-11-25"), LocalDate.parse("2026-11-29")))
                .isZero();
    }
}
