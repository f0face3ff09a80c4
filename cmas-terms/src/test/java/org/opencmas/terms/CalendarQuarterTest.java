package org.opencmas.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reports go by calendar quarter, both its first and its last day included")
class CalendarQuarterTest {

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, 2025-Q4",
        "2026-01-01, 2026-Q1",
        "2026-03-31, 2026-Q1",
        "2026-04-01, 2026-Q2",
        "2026-06-30, 2026-Q2",
        "2026-07-01, 2026-Q3",
        "2026-09-30, 2026-Q3",
        "2026-10-01, 2026-Q4",
        "2026-12-31, 2026-Q4",
    })
    void ofADay(LocalDate day, CalendarQuarter quarter) {
        assertThat(CalendarQuarter.of(day)).isEqualTo(quarter);
        assertThat(quarter.contains(day)).isTrue();
        assertThat(quarter.next().contains(day)).isFalse();
        assertThat(quarter.previous().contains(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-Q1, 2024-01-01, 2024-03-31",
        "2026-Q2, 2026-04-01, 2026-06-30",
        "2026-Q3, 2026-07-01, 2026-09-30",
        "2026-Q4, 2026-10-01, 2026-12-31",
    })
    void hasAFirstAndALastDay(CalendarQuarter quarter, LocalDate first, LocalDate last) {
        assertThat(quarter.firstDay()).isEqualTo(first);
        assertThat(quarter.lastDay()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"2026-Q3, 2026-Q4", "2026-Q4, 2027-Q1"})
    void followsTheOneBefore(CalendarQuarter one, CalendarQuarter next) {
        assertThat(one.next()).isEqualTo(next);
        assertThat(next.previous()).isEqualTo(one);
        assertThat(one).isLessThan(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-Q0", "2026-Q5", "2026Q4", "26-Q4", "2026-q4", "", "Q4-2026", "1899-Q4"})
    void refusesOtherSpellings(String text) {
        assertThatThrownBy(() -> CalendarQuarter.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void printsWhatItReads() {
        assertThat(CalendarQuarter.parse("2026-Q4")).hasToString("2026-Q4");
    }

    @ParameterizedTest
    @DisplayName("The State's fiscal year runs from 1 July to 30 June")
    @CsvSource({
        "2026-06-30, 2025-26",
        "2026-07-01, 2026-27",
        "2027-06-30, 2026-27",
        "2027-07-01, 2027-28",
        "1999-07-01, 1999-00",
    })
    void theFiscalYearIsAnother(LocalDate day, StateFiscalYear year) {
        assertThat(StateFiscalYear.of(day)).isEqualTo(year);
        assertThat(StateFiscalYear.parse(year.toString())).isEqualTo(year);
        assertThat(day).isBetween(year.firstDay(), year.lastDay());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-28", "2026", "2026-2027", "26-27", ""})
    void refusesYearsThatDoNotFollowOneAnother(String text) {
        assertThatThrownBy(() -> StateFiscalYear.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-Q1, 15, 2026-04-15",
        "2026-Q1, 30, 2026-04-30",
        "2026-Q1, 31, 2026-04-30",
        "2026-Q2, 31, 2026-07-31",
        "2026-Q4, 1,  2027-01-01"
    })
    void whatIsDueForAQuarterIsDueInTheMonthAfterIt(String quarter, int day, LocalDate due) {
        assertThat(CalendarQuarter.parse(quarter).dueOn(day)).isEqualTo(due);
    }
}
