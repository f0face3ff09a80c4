package org.opencmas.journal.exchange;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.receive.BatchHandling;
import org.opencmas.journal.receive.parked.ParkedEvents;
import org.opencmas.journal.relay.Relay;
import org.opencmas.journal.relay.RelayLag;

/** What the journal shows to Prometheus. A gauge whose value cannot be read shows none. */
@Singleton
final class JournalMetrics {

    private final MeterRegistry registry;
    private final Relay relay;
    private final RelayLag lag;
    private final BatchHandling batches;
    private final ParkedEvents parkedEvents;
    private final DataSource dataSource;

    JournalMetrics(
            MeterRegistry registry,
            Relay relay,
            RelayLag lag,
            BatchHandling batches,
            ParkedEvents parkedEvents,
            DataSource dataSource) {
        this.registry = registry;
        this.relay = relay;
        this.lag = lag;
        this.batches = batches;
        this.parkedEvents = parkedEvents;
        this.dataSource = dataSource;
    }

    void register(@Observes StartupEvent started) {
        FunctionCounter.builder("cmas.events.published", relay, Relay::acknowledgedTotal)
                .description("Events that the broker has acknowledged to this instance")
                .register(registry);
        FunctionCounter.builder("cmas.events.handled", batches, BatchHandling::handledTotal)
                .description("Events of others that took effect through this instance")
                .register(registry);
        FunctionCounter.builder("cmas.events.failures", batches, BatchHandling::failureTotal)
                .description("Attempts to handle an event that failed")
                .register(registry);
        Gauge.builder("cmas.events.relay.lag", this::relayLag)
                .description("Committed events that the broker has not acknowledged yet")
                .register(registry);
        Gauge.builder("cmas.events.parked", this::parked)
                .description("Parked events that wait for a replay")
                .register(registry);
    }

    private @Nullable Number relayLag() {
        try {
            return lag.read().events();
        } catch (SQLException e) {
            return null;
        }
    }

    private @Nullable Number parked() {
        try (Connection connection = dataSource.getConnection()) {
            return parkedEvents.countWaiting(connection);
        } catch (SQLException e) {
            return null;
        }
    }
}
