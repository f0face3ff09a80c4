package org.opencmas.console.session.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A session table at an address where nobody listens. */
class SessionsDownTest {
    @Test
    @DisplayName("A table that does not answer is not the same as a session that has ended")
    void isNotNobody() {
        var database = new PGSimpleDataSource();
        database.setServerNames(new String[] {"127.0.0.1"});
        // The reserved port: nothing can listen there.
        database.setPortNumbers(new int[] {1});
        database.setConnectTimeout(5);
        var sessions = new Sessions(database, new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(10)));

        assertThatThrownBy(() -> sessions.find(new byte[32], Instant.parse("2026-11-27T17:00:00Z")))
                .isInstanceOf(SessionsDown.class);
        assertThatThrownBy(() -> sessions.endAllOf("somebody")).isInstanceOf(SessionsDown.class);
    }
}
