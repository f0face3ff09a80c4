package org.opencmas.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A date of the program lies from 1990-01-01 through 2200-12-31, both inclusive")
class ProgramCalendarTest {
    @ParameterizedTest
    @CsvSource({
        "1989-12-31,      false",
        "1990-01-01,      true",
        "2026-11-28,      true",
        "2200-12-31,      true",
        "2201-01-01,      false",
        "0206-01-01,      false",
        "9999-12-31,      false",
        "+5874898-01-01,  false",
        "-999999999-01-01, false",
    })
    void aDayOfTheProgram(LocalDate date, boolean is) {
        assertThat(ProgramCalendar.isProgramDay(date)).isEqualTo(is);
    }

    @ParameterizedTest
    @CsvSource({
        "1990-01-01T07:59:59Z,            false", // still 1989 in Sacramento
        "1990-01-01T08:00:00Z,            true",
        "2201-01-01T07:59:59.999Z,        true",
        "2201-01-01T08:00:00Z,            false",
        "+1000000000-12-31T23:59:59.999999999Z, false",
        "-1000000000-01-01T00:00:00Z,     false",
    })
    void anInstantOnADayOfTheProgram(Instant instant, boolean is) {
        assertThat(ProgramCalendar.isProgramDay(instant)).isEqualTo(is);
    }
}
