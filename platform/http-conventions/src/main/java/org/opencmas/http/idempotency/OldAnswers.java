package org.opencmas.http.idempotency;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Forgets the answers nobody will ask for again, once an hour. */
@Singleton
class OldAnswers {
    private static final Logger LOG = Logger.getLogger(OldAnswers.class);
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final IdempotentRequests requests;
    private final DataSource database;
    private final Clock clock;

    OldAnswers(IdempotentRequests requests, DataSource database, Clock clock) {
        this.requests = requests;
        this.database = database;
        this.clock = clock;
    }

    void schedule(@Observes StartupEvent started, Vertx vertx) {
        vertx.setPeriodic(
                INTERVAL.toMillis(),
                timer -> vertx.executeBlocking(this::forget)
                        .onFailure(e -> LOG.warn("old answers are kept until the next try in an hour", e)));
    }

    private Integer forget() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return requests.forgetBefore(connection, clock.instant());
        }
    }
}
