package org.opencmas.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName(
        "Whom a verified token names is known until it ends, an hour at most: its client is not counted with its address each minute")
class TokenSubjectsTest {
    private static final Instant VERIFIED = Instant.parse("2026-11-28T18:00:00Z");

    @ParameterizedTest(name = "a token of {0} minutes, after {1} seconds: known {2}")
    @CsvSource({"5, 0, true", "5, 61, true", "5, 299, true", "5, 300, false", "600, 3599, true", "600, 3600, false"})
    void untilItEnds(long minutes, long secondsAfter, boolean isKnown) {
        var nanos = new AtomicLong();
        var subjects = new TokenSubjects(nanos::get);
        subjects.add("a", "buyer", VERIFIED.plus(Duration.ofMinutes(minutes)));
        nanos.set(Duration.ofSeconds(secondsAfter).toNanos());
        assertThat(subjects.of("a", VERIFIED.plusSeconds(secondsAfter))).isEqualTo(isKnown ? "buyer" : null);
        assertThat(subjects.of("b", VERIFIED)).isNull();
    }
}
