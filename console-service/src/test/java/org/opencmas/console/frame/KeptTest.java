package org.opencmas.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is kept for a time")
class KeptTest {
    private static final Instant NOW = Instant.parse("2026-11-27T17:00:00Z");

    @Test
    @DisplayName("is found until its time is over and not at that moment, and what has no time left is not kept")
    void untilItsTimeIsOver() {
        var kept = new Kept<String, Integer>(10);
        kept.put("a", 1, NOW.plusSeconds(60), NOW);
        kept.put("b", 2, NOW, NOW);
        assertThat(kept.get("a", NOW.plusSeconds(60).minusMillis(1))).hasValue(1);
        assertThat(kept.get("a", NOW.plusSeconds(60))).isEmpty();
        assertThat(kept.get("b", NOW.minusSeconds(1))).isEmpty();
    }

    @Test
    @DisplayName("is the newest of its key, and nothing once it is taken out")
    void newestOfItsKey() {
        var kept = new Kept<String, Integer>(10);
        kept.put("a", 1, NOW.plusSeconds(60), NOW);
        kept.put("a", 2, NOW.plusSeconds(30), NOW);
        assertThat(kept.get("a", NOW)).hasValue(2);
        kept.put("a", 3, NOW, NOW);
        assertThat(kept.get("a", NOW))
                .as("one without time takes the other's place")
                .isEmpty();
        kept.put("a", 4, NOW.plusSeconds(60), NOW);
        kept.remove("a");
        assertThat(kept.get("a", NOW)).isEmpty();
    }

    @Test
    @DisplayName("is never more than was said: the oldest give way")
    void theOldestGiveWay() {
        var kept = new Kept<Integer, Integer>(3);
        for (int each = 1; each <= 5; each++) {
            kept.put(each, each, NOW.plusSeconds(60), NOW);
        }
        assertThat(kept.get(2, NOW)).isEmpty();
        assertThat(kept.get(3, NOW)).hasValue(3);
        assertThat(kept.get(5, NOW)).hasValue(5);
    }
}
