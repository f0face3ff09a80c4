package org.opencmas.order.purchaseorder.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.order.purchaseorder.Decision;
import org.opencmas.order.purchaseorder.OrderState;

/**
 * Orders as this process wrote them just now. The decision on an order mostly comes some milliseconds after it, and need not read it
 * from the database then. The one who takes it must write on the condition that it still has the version that it had: another instance
 * may have changed it meanwhile. It is there for one attempt only, so that the next one reads.
 */
@ApplicationScoped
public class JustPlaced {
    private static final Duration JUST_NOW = Duration.ofSeconds(10);
    private static final long MOST_LINES = 100_000;

    private final Cache<UUID, Placement> placements = Caffeine.newBuilder()
            .expireAfterWrite(JUST_NOW)
            .maximumWeight(MOST_LINES)
            .weigher((UUID orderId, Placement placement) ->
                    placement.order().latest().document().lines().size() + 1)
            .executor(Runnable::run)
            .build();

    /** Takes note of an order that is committed. */
    public void add(Placement placement) {
        if (placement.order().state() == OrderState.SUBMITTED) {
            placements.put(placement.order().orderId(), placement);
        }
    }

    /** The order, if it waits for just this decision: where it was decided elsewhere since, only the database knows it. */
    public Optional<Placement> take(Decision decision) {
        return Optional.ofNullable(placements.asMap().remove(decision.orderId()))
                .filter(placement -> placement.order().awaits(decision));
    }
}
