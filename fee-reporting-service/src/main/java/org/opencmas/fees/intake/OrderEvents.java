package org.opencmas.fees.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.opencmas.fees.facts.OrderChange;
import org.opencmas.fees.facts.OrderChanges;
import org.opencmas.fees.facts.ReceivedChange;
import org.opencmas.fees.ledger.posting.LedgerLock;
import org.opencmas.fees.ledger.posting.PostFee;
import org.opencmas.journal.EventBatch;
import org.opencmas.journal.EventHandler;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.terms.ProgramCalendar;

/** Orders that were issued, amended, rejected or terminated: what they come to from then on, and so their fee. */
@ApplicationScoped
class OrderEvents implements EventHandler {
    private final Payloads payloads;
    private final OrderChanges orderChanges;
    private final PostFee postFee;

    OrderEvents(Payloads payloads, OrderChanges orderChanges, PostFee postFee) {
        this.payloads = payloads;
        this.orderChanges = orderChanges;
        this.postFee = postFee;
    }

    @Override
    public Set<String> topics() {
        return Set.of("cmas.orders");
    }

    @Override
    public Set<String> types() {
        return Set.of(OrderState.ISSUED, OrderState.AMENDED, OrderState.REJECTED, OrderState.TERMINATED);
    }

    @Override
    public void handle(EventBatch batch) throws SQLException {
        LedgerLock.take(batch.connection());
        for (List<ReceivedChange> changes : oneOfEachOrder(batch.events())) {
            apply(batch.connection(), changes);
        }
    }

    /**
     * The changes in lists in which each order occurs once: the first list holds the first change of every order, the second list the
     * second change of the orders that have two, and so on. A list is worked out together; an order's later change then finds what its
     * earlier change posted, as if each had come alone.
     */
    private List<List<ReceivedChange>> oneOfEachOrder(List<ReceivedEvent> events) {
        List<List<ReceivedChange>> lists = new ArrayList<>();
        Map<UUID, Integer> counts = new HashMap<>();
        for (ReceivedEvent event : events) {
            var received = new ReceivedChange(change(event), event);
            int count = counts.merge(received.change().orderId(), 1, Integer::sum);
            if (count > lists.size()) {
                lists.add(new ArrayList<>());
            }
            lists.get(count - 1).add(received);
        }
        return lists;
    }

    private OrderChange change(ReceivedEvent event) {
        LocalDate occurredOn = LocalDate.ofInstant(event.occurredAt(), ProgramCalendar.ZONE);
        return payloads.read(event, OrderState.class).change(event.type(), occurredOn);
    }

    private void apply(Connection connection, List<ReceivedChange> changes) throws SQLException {
        SequencedMap<UUID, ReceivedEvent> changed = new LinkedHashMap<>();
        for (ReceivedChange fresh : orderChanges.add(connection, changes)) {
            changed.put(fresh.change().orderId(), fresh.event());
        }
        if (!changed.isEmpty()) {
            postFee.bringOrdersUpToDate(connection, changed);
        }
    }
}
