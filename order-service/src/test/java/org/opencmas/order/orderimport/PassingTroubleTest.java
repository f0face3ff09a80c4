package org.opencmas.order.orderimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.orderimport.OrderImport.Waiting;

@DisplayName("Trouble that passes is told from what would fail again, and waited out longer each time")
class PassingTroubleTest {
    @ParameterizedTest(name = "SQLSTATE {0} passes: {1}")
    @CsvSource({
        "55P03, true",
        "55000, false",
        "57014, true",
        "57P01, true",
        "40001, true",
        "40P01, true",
        "08006, true",
        "53300, true",
        "58030, true",
        ", true",
        "23505, false",
        "23514, false",
        "22021, false",
        "42703, false",
        "P0001, false",
    })
    void aStateTells(@Nullable String state, boolean passes) {
        var failure = new IllegalStateException("the database did not do its part", new SQLException("x", state));
        assertThat(PassingTrouble.in(failure).isPresent()).isEqualTo(passes);
        assertThat(PassingTrouble.in(new IllegalStateException("a fault of ours")))
                .isEmpty();
    }

    @ParameterizedTest(name = "after {0} times: {1} seconds")
    @CsvSource({"0, 1", "1, 2", "2, 4", "5, 32", "6, 60", "500, 60"})
    void thePauseGrows(int before, int seconds) {
        Waiting first = before == 0 ? null : new Waiting(before, "busy", Instant.EPOCH);
        Waiting next = PassingTrouble.after(first, "busy", Instant.EPOCH);
        assertThat(next.until()).isEqualTo(Instant.EPOCH.plusSeconds(seconds));
        assertThat(next.times()).isEqualTo(before + 1);
    }

    @ParameterizedTest(name = "given up at trouble {0}: {1}")
    @CsvSource({"1, false", "59, false", "60, true", "500, true"})
    void troubleThatDoesNotPassIsNotWaitedOutForEver(int times, boolean isGivenUp) {
        Waiting last = PassingTrouble.after(
                new Waiting(times - 1, "busy", Instant.EPOCH),
                PassingTrouble.in(new SQLException("x", "57014")).orElseThrow(),
                Instant.EPOCH);
        assertThat(PassingTrouble.failure(last).isPresent()).isEqualTo(isGivenUp);
        assertThat(PassingTrouble.failure(last).orElse("The database did not answer in time."))
                .endsWith("The database did not answer in time.");
    }
}
