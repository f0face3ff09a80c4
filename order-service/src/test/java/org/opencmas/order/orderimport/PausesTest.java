package org.opencmas.order.orderimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.orderimport.OrderImport.Waiting;

@DisplayName("Trouble that passes is waited out longer each time, and not for ever")
class PausesTest {
    @ParameterizedTest(name = "after {0} times: {1} seconds")
    @CsvSource({"0, 1", "1, 2", "2, 4", "5, 32", "6, 60", "500, 60"})
    void thePauseGrows(int before, int seconds) {
        Waiting first = before == 0 ? null : new Waiting(before, "busy", Instant.EPOCH);
        Waiting next = Pauses.after(first, "busy", Instant.EPOCH);
        assertThat(next.until()).isEqualTo(Instant.EPOCH.plusSeconds(seconds));
        assertThat(next.times()).isEqualTo(before + 1);
    }

    @ParameterizedTest(name = "given up at trouble {0}: {1}")
    @CsvSource({"1, false", "59, false", "60, true", "500, true"})
    void troubleThatDoesNotPassIsNotWaitedOutForEver(int times, boolean isGivenUp) {
        Waiting last = Pauses.after(
                new Waiting(times - 1, "busy", Instant.EPOCH), "the database did not answer in time", Instant.EPOCH);
        assertThat(last.why()).isEqualTo("The database did not answer in time; the import waits.");
        assertThat(Pauses.failure(last).isPresent()).isEqualTo(isGivenUp);
        assertThat(Pauses.failure(last).orElse("The database did not answer in time."))
                .endsWith("The database did not answer in time.");
    }
}
