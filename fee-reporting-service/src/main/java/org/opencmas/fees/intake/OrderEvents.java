package org.opencmas.fees.intake;

import jakarta.inject.Singleton;
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
import org.opencmas.fees.facts.ToldChange;
import org.opencmas.fees.ledger.LedgerLock;
import org.opencmas.fees.ledger.PostFee;
import org.opencmas.journal.EventBatch;
import org.opencmas.journal.EventHandler;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.terms.ProgramCalendar;

/** Orders that were issued, amended, rejected or terminated: what they come to from then on, and so their fee. */
@Singleton
final class OrderEvents implements EventHandler {
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
        for (List<ToldChange> round : rounds(batch.events())) {
            apply(batch.connection(), round);
        }
    }

    /**
     * First the first change of every order, then the second of those that have two, and so on. Within a round orders do not meet,
     * so it is worked out as one; and an order's later change finds what its earlier one posted, as if it had come alone.
     */
    private List<List<ToldChange>> rounds(List<ReceivedEvent> events) {
        List<List<ToldChange>> rounds = new ArrayList<>();
        Map<UUID, Integer> changes = new HashMap<>();
        for (ReceivedEvent event : events) {
            var told = new ToldChange(change(event), event);
            int round = changes.merge(told.change().orderId(), 1, Integer::sum);
            if (round > rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round - 1).add(told);
        }
        return rounds;
    }

    private OrderChange change(ReceivedEvent event) {
        LocalDate toldOn = LocalDate.ofInstant(event.occurredAt(), ProgramCalendar.ZONE);
        return payloads.read(event, OrderState.class).change(event.type(), toldOn);
    }

    private void apply(Connection connection, List<ToldChange> round) throws SQLException {
        SequencedMap<UUID, ReceivedEvent> changed = new LinkedHashMap<>();
        for (ToldChange fresh : orderChanges.add(connection, round)) {
            changed.put(fresh.change().orderId(), fresh.event());
        }
        if (!changed.isEmpty()) {
            postFee.bringOrdersUpToDate(connection, changed);
        }
    }
}
