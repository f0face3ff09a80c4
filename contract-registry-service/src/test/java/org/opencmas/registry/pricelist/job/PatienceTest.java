package org.opencmas.registry.pricelist.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.problem.Conflict;
import org.opencmas.registry.pricelist.ImportPriceList;

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

    @Test
    @DisplayName(
            "A pool without a free connection, as it says so itself, is waited for like a held agreement; a fault of the work is not")
    void whatPassesIsWaitedFor() {
        assertThat(Patience.inTheWay(new IllegalStateException(new SQLException("Sorry, acquisition timeout!"))))
                .contains("no connection to the database came free");
        assertThat(Patience.inTheWay(new Conflict(ImportPriceList.BEING_CHANGED, "Held.")))
                .contains("the agreement was being changed");
        assertThat(Patience.inTheWay(new Conflict("other", "No."))).isEmpty();
        assertThat(Patience.inTheWay(new SQLException("x", "23505"))).isEmpty();
    }
}
