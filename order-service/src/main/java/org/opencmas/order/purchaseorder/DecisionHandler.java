package org.opencmas.order.purchaseorder;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opencmas.journal.Actor;
import org.opencmas.journal.EventHandler;
import org.opencmas.journal.Journal;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.order.purchaseorder.OrderVersion.Act;

/**
 * Follows the decisions of the rule book: the version that waits is issued or returned with its findings. A decision on
 * another version, or on one that does not wait any more, is stale and changes nothing.
 */
@ApplicationScoped
class DecisionHandler implements EventHandler {
    private static final Actor SYSTEM = Actor.system("order-service");

    private final Orders orders;
    private final Journal journal;
    private final DecisionWaiters waiters;
    private final Clock clock;

    DecisionHandler(Orders orders, Journal journal, DecisionWaiters waiters, Clock clock) {
        this.orders = orders;
        this.journal = journal;
        this.waiters = waiters;
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of("cmas.evaluations");
    }

    @Override
    public Set<String> types() {
        return Set.of("order.evaluated.v1");
    }

    @Override
    public void handle(Connection connection, ReceivedEvent event) throws SQLException {
        Decision decision = OrderJson.read(event.payload(), Decision.class);
        PurchaseOrder order = orders.findForUpdate(connection, decision.orderId())
                .orElseThrow(() -> new IllegalStateException("there is no order " + decision.orderId()));
        if (!order.awaits(decision)) {
            return;
        }
        OrderChange change = order.decide(decision);
        Act act = new Act(clock.instant().truncatedTo(ChronoUnit.MICROS), SYSTEM.subject(), null);
        journal.append(connection, SYSTEM, List.of(orders.save(connection, order, change, act)));
    }

    @Override
    public void handled(ReceivedEvent event) {
        waiters.lookNow(UUID.fromString(event.aggregateId()));
    }
}
