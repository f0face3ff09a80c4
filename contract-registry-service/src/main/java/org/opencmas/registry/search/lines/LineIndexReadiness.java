package org.opencmas.registry.search.lines;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how far the index of price lines is. Up also while it is being built: only the search by description waits for it, and is told
 * so (503).
 */
@ApplicationScoped
@Readiness
class LineIndexReadiness implements HealthCheck {
    private final PriceLineIndex index;

    LineIndexReadiness(PriceLineIndex index) {
        this.index = index;
    }

    @Override
    public HealthCheckResponse call() {
        PriceLineIndex.Work work = index.work();
        int indexed = index.listCount();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("price-line-index")
                .up()
                .withData("complete", work.caughtUp() && indexed >= work.lists())
                .withData("listsIndexed", indexed)
                .withData("listsPublished", work.lists())
                .withData("lastRebuild", index.rebuilt());
        if (work.failure() != null) {
            response.withData("failure", work.failure());
        }
        return response.build();
    }
}
