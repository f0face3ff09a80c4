package org.opencmas.registry.pricelist.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is in the way of an import is waited out with growing pauses, and not for ever")
class PatienceTest {
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-09-01T00:00:00Z");

    private final Patience patience = new Patience();

    @Test
    void thePausesGrowAndOthersGoOn() {
        assertThat(patience.putOff(ONE, START)).isTrue();
        assertThat(patience.waiting(START)).containsExactly(ONE);
        assertThat(patience.waiting(START.plusMillis(999))).containsExactly(ONE);
        assertThat(patience.waiting(START.plusSeconds(1))).isEmpty();
        Instant second = START.plusSeconds(1);
        patience.putOff(ONE, second);
        assertThat(patience.waiting(second.plusMillis(1_999))).containsExactly(ONE);
        assertThat(patience.waiting(second.plusSeconds(2))).isEmpty();
        patience.forget(ONE);
        patience.putOff(ONE, second);
        assertThat(patience.waiting(second.plusSeconds(1))).isEmpty();
    }

    @Test
    @DisplayName("After sixty times in a row, some 55 minutes, it is given up; one that went on in between counts anew")
    void itEnds() {
        Instant now = START;
        for (int times = 1; times <= Patience.MOST_TIMES; times++) {
            assertThat(patience.putOff(ONE, now)).isTrue();
            assertThat(patience.waiting(now.plus(Patience.LONGEST_PAUSE))).isEmpty();
            now = now.plus(Patience.LONGEST_PAUSE);
        }
        assertThat(patience.putOff(OTHER, now)).isTrue();
        assertThat(patience.putOff(ONE, now)).isFalse();
        patience.forget(ONE);
        assertThat(patience.putOff(ONE, now)).isTrue();
        assertThat(patience.waiting(now.plus(Duration.ofSeconds(1)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "08006, the database could not be reached",
        "40001, others changed the same rows",
        "53300, the database had no room",
        "55P03, others held what the import needs",
        "57014, the database did not answer in time",
        "57P01, the database was being started or stopped"
    })
    void whatPassesIsNamed(String state, String words) {
        assertThat(PassingFailure.in(new IllegalStateException(new SQLException("x", state))))
                .contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"55000", "55006", "23505", "22P02", "5", ""})
    void whatWouldFailAgainDoesNot(String state) {
        assertThat(PassingFailure.in(new SQLException("x", state))).isEmpty();
    }

    @Test
    void withoutAStateOnlyThePoolIsWaitedFor() {
        assertThat(PassingFailure.in(new SQLException("closed"))).isEmpty();
        assertThat(PassingFailure.in(new IllegalStateException("of the work"))).isEmpty();
        assertThat(PassingFailure.in(new SQLTransientConnectionException("Sorry, acquisition timeout!")))
                .contains("the database was busy");
    }
}
