package org.opencmas.order.purchaseorder.decision;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how many versions wait long for their decision, and whether any of them waits although it came. It is shown, not made a reason
 * to take the service out: its answers are right, only news is late.
 */
@ApplicationScoped
@Readiness
class DecisionReadiness implements HealthCheck {
    private final DecisionWatch watch;

    DecisionReadiness(DecisionWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        DecisionWatch.Seen seen = watch.seen();
        HealthCheckResponseBuilder shown = HealthCheckResponse.named("decisions")
                .up()
                .withData("waitingBeyondAMinute", seen.waitingLong())
                .withData("decidedYetWaiting", seen.decidedYetWaiting())
                .withData("mendedSinceStart", seen.mended());
        return seen.lastLookAt() == null
                ? shown.build()
                : shown.withData("lastLookAt", seen.lastLookAt().toString()).build();
    }
}
