package org.opencmas.journal.exchange;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.opencmas.journal.EventHandler;
import org.opencmas.journal.broker.EventSettings;
import org.opencmas.journal.entry.JustCommitted;
import org.opencmas.journal.entry.WakeUp;
import org.opencmas.journal.receive.BatchHandling;
import org.opencmas.journal.receive.EventLoop;
import org.opencmas.journal.receive.handling.EventHandlers;
import org.opencmas.journal.receive.handling.HandlingOnce;
import org.opencmas.journal.receive.handling.Transactions;
import org.opencmas.journal.receive.parked.ParkedEvents;
import org.opencmas.journal.receive.parked.Retries;
import org.opencmas.journal.relay.Relay;

/**
 * Puts relay and event loop together and lets them live as long as the service. Neither needs the broker to start; the
 * database must be there, because the service's tables are brought up to date before.
 */
@Singleton
final class EventExchange {

    private final CountDownLatch stop = new CountDownLatch(1);
    private final Relay relay;
    private final EventLoop loop;
    private final BatchHandling batches;
    private final ParkedEvents parkedEvents;
    private final Retries retries;

    EventExchange(
            DataSource dataSource,
            EventSettings settings,
            WakeUp wakeUp,
            JustCommitted justCommitted,
            Clock clock,
            @All List<EventHandler> handlers) {
        EventHandlers eventHandlers = new EventHandlers(handlers);
        this.relay = new Relay(dataSource, settings, wakeUp, justCommitted);
        this.parkedEvents = new ParkedEvents(clock);
        this.retries = new Retries(clock);
        this.batches = new BatchHandling(
                new Transactions(dataSource),
                new HandlingOnce(eventHandlers, clock),
                parkedEvents,
                retries,
                settings.awaited() ? wakeUp::call : wakeUp::callIfAtRest);
        this.loop = new EventLoop(settings, eventHandlers, batches, stop);
    }

    void start(@Observes StartupEvent started) {
        relay.start();
        loop.start();
    }

    /** First no more events are taken, then what they brought about is sent. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        loop.stop();
        relay.stop();
    }

    @Produces
    @Singleton
    Relay relay() {
        return relay;
    }

    @Produces
    @Singleton
    BatchHandling batchHandling() {
        return batches;
    }

    @Produces
    @Singleton
    ParkedEvents parkedEvents() {
        return parkedEvents;
    }

    @Produces
    @Singleton
    Retries retries() {
        return retries;
    }
}
