package org.opencmas.registry.pricelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.problem.Unavailable;

@DisplayName("So many compare prices at once, and one more is told to come back")
class TurnsTest {
    private final Turns turns = new Turns("compare prices", 2, Duration.ofMillis(1));

    @Test
    void theThirdOfTwoIsToldToComeBackAndTakesItsTurnAfterwards() {
        String answer = turns.take(() -> turns.take(() -> {
            assertThatThrownBy(() -> turns.take(() -> "third"))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            refusal -> assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(5)))
                    .hasMessageStartingWith("Too many compare prices at present");
            return "second";
        }));
        assertThat(answer).isEqualTo("second");
        assertThat(turns.<String, RuntimeException>take(() -> "third")).isEqualTo("third");
    }

    @Test
    void aTurnThatFailsIsGivenBack() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> turns.take(() -> {
                        throw new IllegalStateException("broken");
                    }))
                    .hasMessage("broken");
        }
        assertThat(turns.<String, RuntimeException>take(() -> "next")).isEqualTo("next");
    }
}
