package org.opencmas.console.session.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifiedSessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T17:00:00Z");

    @DisplayName("Tokens count as verified for a minute, and not when they are to be renewed before")
    @ParameterizedTest
    @CsvSource({"840, 60", "61, 60", "60, 60", "59, 59", "0, 0", "-5, -5"})
    void aMinute(long renewedInSeconds, long keptSeconds) {
        assertThat(VerifiedSessions.until(NOW, NOW.plusSeconds(renewedInSeconds)))
                .isEqualTo(NOW.plusSeconds(keptSeconds));
    }
}
