package org.opencmas.journal.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.Eventually;

@DisplayName("A wake-up call is never lost")
final class WakeUpTest {

    private final WakeUp wakeUp = new WakeUp();

    @Test
    void callsMadeWhileNobodyWaitsEndTheNextWaitAtOnceAndOnlyThat() throws Exception {
        wakeUp.call();
        wakeUp.call();
        assertThat(wakeUp.await(Eventually.PATIENCE)).isTrue();
        assertThat(wakeUp.await(Duration.ofMillis(50))).isFalse();
    }

    @Test
    void forWhatNobodyWaitsForOnlyALongRestIsEnded() throws Exception {
        wakeUp.await(WakeUp.SOON);
        wakeUp.callIfAtRest();
        assertThat(wakeUp.await(WakeUp.SOON)).isFalse();

        wakeUp.await(WakeUp.SOON.plusMillis(1));
        wakeUp.callIfAtRest();
        assertThat(wakeUp.await(Eventually.PATIENCE)).isTrue();
    }
}
