package org.opencmas.order.policychange;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.opencmas.tenant.Tenant;

/** Has policies hold from their day: looks every few seconds for those whose day has come, also for those that came while the service was down. */
@ApplicationScoped
class AdoptOnTheDay {
    private static final Logger LOG = Logger.getLogger(AdoptOnTheDay.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final SetPolicy policies;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("policies-of-the-day").daemon().factory());

    AdoptOnTheDay(SetPolicy policies) {
        this.policies = policies;
    }

    void start(@Observes StartupEvent started) {
        scheduler.scheduleWithFixedDelay(
                this::lookAndGoOn, LOOK_EVERY.toSeconds(), LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        scheduler.shutdownNow();
    }

    private void lookAndGoOn() {
        try {
            look();
        } catch (RuntimeException e) {
            // Whatever it is, the next look must come.
            LOG.warnf("policies whose day has come could not be looked for, trying again: %s", e.getMessage());
        }
    }

    /** Looks once. One that cannot be adopted holds up no other. */
    void look() {
        Tenant.seeingAll(() -> policies.due())
                .forEach(change -> Tenant.seeingAll(() -> {
                    try {
                        policies.adoptDue(change.agencyId(), change.changeId());
                    } catch (RuntimeException e) {
                        LOG.errorf(e, "the policy of change %s could not be adopted", change.changeId());
                    }
                    return change;
                }));
    }
}
