package org.opencmas.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.problem.InvalidRequest;

@DisplayName("A time in a cursor is one that a list can have given out")
class CursorTest {
    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "1989-12-31", "2026-11-28", "9999-12-31"})
    void aDayOfTheYears1To9999IsRead(String day) {
        assertThat(sent(day).day(0)).isEqualTo(LocalDate.parse(day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31",
                "-999999999-01-01",
                "+10000-01-01",
                "0000-12-31",
                "2026-02-30",
                "2026-11-28T00:00:00Z",
                "never",
                ""
            })
    void anyOtherDayIsNoneOfTheList(String day) {
        assertThatThrownBy(() -> sent(day).day(0)).isInstanceOf(InvalidRequest.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "2026-11-28T17:00:00.123456Z", "9999-12-31T23:59:59.999999Z"})
    void anInstantOfTheYears1To9999IsRead(String instant) {
        assertThat(sent(instant).instant(0)).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59.999999999Z",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "0000-12-31T23:59:59Z",
                "2026-11-28",
                "never",
                ""
            })
    void anyOtherInstantIsNoneOfTheList(String instant) {
        assertThatThrownBy(() -> sent(instant).instant(0)).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void eachKeyIsReadAtItsPlace() {
        Cursor cursor = Cursor.parse(Cursor.of("7", "2026-11-28").toString(), 2).orElseThrow();
        assertThat(cursor.number(0)).isEqualTo(7);
        assertThat(cursor.day(1)).isEqualTo(LocalDate.of(2026, 11, 28));
    }

    /** As a client sends it back. */
    private static Cursor sent(String key) {
        return Cursor.parse(Cursor.of(key).toString(), 1).orElseThrow();
    }
}
