package org.opencmas.journal.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A wake-up call is never lost")
final class WakeUpTest {

    private final WakeUp wakeUp = new WakeUp();

    @Test
    void callsMadeWhileNobodyWaitsEndTheNextWaitAtOnceAndOnlyThat() throws Exception {
        wakeUp.call();
        wakeUp.call();
        assertThat(waitedFor(Duration.ofSeconds(10))).isLessThan(Duration.ofSeconds(5));
        assertThat(waitedFor(Duration.ofMillis(50))).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void forWhatNobodyWaitsForOnlyALongRestIsEnded() throws Exception {
        waitedFor(WakeUp.SOON);
        wakeUp.callIfAtRest();
        assertThat(waitedFor(WakeUp.SOON)).isGreaterThanOrEqualTo(WakeUp.SOON);

        waitedFor(WakeUp.SOON.plusMillis(1));
        wakeUp.callIfAtRest();
        assertThat(waitedFor(Duration.ofSeconds(10))).isLessThan(Duration.ofSeconds(5));
    }

    private Duration waitedFor(Duration atMost) throws InterruptedException {
        long start = System.nanoTime();
        wakeUp.await(atMost);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
