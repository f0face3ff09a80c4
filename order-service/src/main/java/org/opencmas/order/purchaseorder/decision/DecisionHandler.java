package org.opencmas.order.purchaseorder.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.Actor;
import org.opencmas.journal.EventBatch;
import org.opencmas.journal.EventHandler;
import org.opencmas.journal.Journal;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.Recording;
import org.opencmas.order.purchaseorder.Decision;
import org.opencmas.order.purchaseorder.OrderChange;
import org.opencmas.order.purchaseorder.OrderVersion.Act;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.store.JustPlaced;
import org.opencmas.order.purchaseorder.store.OrderActs;
import org.opencmas.order.purchaseorder.store.OrderEvents;
import org.opencmas.order.purchaseorder.store.Orders;
import org.opencmas.order.purchaseorder.store.Placement;

/**
 * Follows the decisions of the rule book: the version that waits is issued or returned with its findings. A decision on
 * another version, or on one that does not wait any more, is stale and changes nothing.
 */
@ApplicationScoped
class DecisionHandler implements EventHandler {
    /** The event that brings a decision. */
    static final String DECIDED = "order.evaluated.v1";

    private static final Actor SYSTEM = Actor.system("order-service");

    private final Orders orders;
    private final OrderActs acts;
    private final Journal journal;
    private final DecisionWaiters waiters;
    private final JustPlaced justPlaced;
    private final Clock clock;

    DecisionHandler(
            Orders orders,
            OrderActs acts,
            Journal journal,
            DecisionWaiters waiters,
            JustPlaced justPlaced,
            Clock clock) {
        this.justPlaced = justPlaced;
        this.orders = orders;
        this.acts = acts;
        this.journal = journal;
        this.waiters = waiters;
        this.clock = clock;
    }

    private record Decided(ReceivedEvent event, Decision decision) {}

    @Override
    public Set<String> topics() {
        return Set.of("cmas.evaluations");
    }

    @Override
    public Set<String> types() {
        return Set.of(DECIDED);
    }

    @Override
    public void handle(EventBatch batch) throws SQLException {
        List<Decided> left = batch.events().stream()
                .map(event -> new Decided(event, OrderJson.read(event.payload(), Decision.class)))
                .toList();
        while (!left.isEmpty()) {
            Map<UUID, Decided> firstOfEach = new LinkedHashMap<>();
            List<Decided> later = new ArrayList<>();
            for (Decided decided : left) {
                if (firstOfEach.putIfAbsent(decided.decision.orderId(), decided) != null) {
                    later.add(decided);
                }
            }
            // Asks after what was written on the decisions before, so it finds that.
            follow(batch, firstOfEach);
            left = later;
        }
    }

    /** @param decisions by order, one of each */
    private void follow(EventBatch batch, Map<UUID, Decided> decisions) throws SQLException {
        Map<UUID, Awaiting> found = find(batch, decisions);
        Act act = new Act(clock.instant().truncatedTo(ChronoUnit.MICROS), SYSTEM.subject(), null);
        List<OrderActs.Done> done = new ArrayList<>();
        List<Recording> recordings = new ArrayList<>();
        for (Decided decided : decisions.values()) {
            Awaiting awaiting = found.get(decided.decision.orderId());
            if (awaiting == null) {
                throw new IllegalStateException("there is no order " + decided.decision.orderId());
            }
            PurchaseOrder order = awaiting.order;
            if (order.awaits(decided.decision)) {
                OrderChange change = order.decide(decided.decision);
                done.add(new OrderActs.Done(order, change, act));
                recordings.add(
                        Recording.after(decided.event, OrderEvents.of(order, change, awaiting.document()), SYSTEM));
                batch.afterCommit(() -> waiters.decided(order));
            }
        }
        if (!done.isEmpty()) {
            acts.save(batch.statements(), done);
            journal.append(batch.statements(), recordings);
        }
    }

    /**
     * An order on which a decision came.
     *
     * @param written its latest version's document as JSON; null where that is still to be written
     */
    private record Awaiting(PurchaseOrder order, @Nullable String written) {
        String document() {
            return written == null ? OrderJson.document(order.latest().document()) : written;
        }
    }

    /** Those that were placed here just now and wait for their decision as they were then, the others as the database has them. */
    private Map<UUID, Awaiting> find(EventBatch batch, Map<UUID, Decided> decisions) throws SQLException {
        Map<UUID, Awaiting> found = new HashMap<>();
        List<UUID> unknown = new ArrayList<>();
        decisions.forEach((orderId, decided) -> {
            Optional<Placement> placement = justPlaced.take(decided.decision);
            if (placement.isPresent()) {
                found.put(
                        orderId,
                        new Awaiting(placement.get().order(), placement.get().document()));
            } else {
                unknown.add(orderId);
            }
        });
        if (!unknown.isEmpty()) {
            Supplier<List<PurchaseOrder>> asked = orders.askForUpdate(batch.statements(), unknown);
            batch.send();
            asked.get().forEach(order -> found.put(order.orderId(), new Awaiting(order, null)));
        }
        return found;
    }
}
