package org.opencmas.journal.exchange;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.broker.EventSettings;
import org.opencmas.journal.receive.BatchHandling;
import org.opencmas.journal.receive.parked.ParkedEvents;
import org.opencmas.journal.relay.Relay;
import org.opencmas.journal.relay.RelayLag;

/**
 * What the readiness page tells of the journal's surroundings.
 *
 * <p>Ready means able to answer requests, and for that only the database is needed. A broker that is away, a relay that lags and
 * parked events delay the others' news; they are shown with their numbers but do not turn traffic away
 * from the service, which would make an outage of a delay. A database that is older than what was sent from it does: what is
 * recorded in it could not be told to anybody.
 */
final class JournalReadiness {

    private JournalReadiness() {}

    /** DOWN when the database does not answer. */
    @Singleton
    @Readiness
    static final class Database implements HealthCheck {

        private static final int ANSWER_WITHIN_SECONDS = 2;

        private final DataSource dataSource;

        Database(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        @Override
        public HealthCheckResponse call() {
            try (Connection connection = dataSource.getConnection()) {
                return HealthCheckResponse.named("database")
                        .status(connection.isValid(ANSWER_WITHIN_SECONDS))
                        .build();
            } catch (SQLException e) {
                return HealthCheckResponse.down("database");
            }
        }
    }

    /** Tells whether the broker can be reached. */
    @Singleton
    @Readiness
    static final class Broker implements HealthCheck {

        private static final int ANSWER_WITHIN_MILLIS = 1000;

        private final EventSettings settings;
        private @Nullable Admin admin;

        Broker(EventSettings settings) {
            this.settings = settings;
        }

        @Override
        public HealthCheckResponse call() {
            return HealthCheckResponse.named("broker")
                    .up()
                    .withData("reachable", isReachable())
                    .build();
        }

        private boolean isReachable() {
            try {
                admin().describeCluster().clusterId().get(ANSWER_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
                return true;
            } catch (ExecutionException | TimeoutException | KafkaException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private synchronized Admin admin() {
            Admin client = admin;
            if (client == null) {
                Map<String, Object> configuration = new HashMap<>(settings.kafka());
                configuration.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
                configuration.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MILLIS);
                client = Admin.create(configuration);
                admin = client;
            }
            return client;
        }

        @PreDestroy
        synchronized void close() {
            if (admin != null) {
                admin.close(Duration.ZERO);
            }
        }
    }

    /** Tells how far Kafka is behind the journal. DOWN when the journal is older than what was sent from it. */
    @Singleton
    @Readiness
    static final class RelayWork implements HealthCheck {

        private final RelayLag lag;
        private final Relay relay;

        RelayWork(RelayLag lag, Relay relay) {
            this.lag = lag;
            this.relay = relay;
        }

        @Override
        public HealthCheckResponse call() {
            try {
                RelayLag.Lag now = lag.read();
                String disagreement = relay.disagreement();
                HealthCheckResponseBuilder response = HealthCheckResponse.named("relay")
                        .status(disagreement == null)
                        .withData("activeHere", relay.isActive())
                        .withData("unpublishedEvents", now.events())
                        .withData("oldestUnpublishedSeconds", now.age().toSeconds());
                if (disagreement != null) {
                    response.withData("whatToDo", disagreement);
                }
                return response.build();
            } catch (SQLException e) {
                return HealthCheckResponse.down("relay");
            }
        }
    }

    /** Tells how many events are parked, and whether others are held back because it is not they that are at fault. */
    @Singleton
    @Readiness
    static final class Parked implements HealthCheck {

        private final DataSource dataSource;
        private final ParkedEvents parkedEvents;
        private final BatchHandling batches;

        Parked(DataSource dataSource, ParkedEvents parkedEvents, BatchHandling batches) {
            this.dataSource = dataSource;
            this.parkedEvents = parkedEvents;
            this.batches = batches;
        }

        @Override
        public HealthCheckResponse call() {
            try (Connection connection = dataSource.getConnection()) {
                HealthCheckResponseBuilder response = HealthCheckResponse.named("parked-events")
                        .up()
                        .withData("parked", parkedEvents.countWaiting(connection))
                        .withData("retrying", parkedEvents.countRetrying(connection));
                batches.heldBack().forEach((topic, why) -> response.withData("heldBack " + topic, why));
                return response.build();
            } catch (SQLException e) {
                return HealthCheckResponse.down("parked-events");
            }
        }
    }
}
