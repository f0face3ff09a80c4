package org.opencmas.local.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarterTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2025-Q4, 2025-10-01, 2025-12-31",
        "2026-03-31, 2025-Q4, 2025-10-01, 2025-12-31",
        "2026-04-01, 2026-Q1, 2026-01-01, 2026-03-31",
        "2026-12-31, 2026-Q3, 2026-07-01, 2026-09-30",
    })
    void theOneBeforeADayIsOver(LocalDate day, String quarter, LocalDate first, LocalDate last) {
        Quarter before = Quarter.before(day);

        assertThat(before).hasToString(quarter);
        assertThat(before.firstDay()).isEqualTo(first);
        assertThat(before.lastDay()).isEqualTo(last).isBefore(day);
    }
}
