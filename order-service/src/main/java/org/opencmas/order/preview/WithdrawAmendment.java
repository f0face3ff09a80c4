package org.opencmas.order.preview;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opencmas.journal.Actor;
import org.opencmas.journal.EventBatch;
import org.opencmas.journal.EventHandler;
import org.opencmas.journal.Journal;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.Recording;
import org.opencmas.order.purchaseorder.Decision;
import org.opencmas.order.purchaseorder.OrderVersion.Act;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.history.Withdrawal;
import org.opencmas.order.purchaseorder.store.Orders;

/**
 * Withdraws an amendment that was sent with the token of its preview and is not judged as that showed (ORD-AMEND-RECHECK). It waited for its decision
 * and got none; a second telling, or one that comes after the order was terminated, changes nothing.
 */
@ApplicationScoped
class WithdrawAmendment implements EventHandler {
    private static final Actor SYSTEM = Actor.system("order-service");

    private final Orders orders;
    private final PreviewJudgements judgements;
    private final Journal journal;
    private final Clock clock;

    WithdrawAmendment(Orders orders, PreviewJudgements judgements, Journal journal, Clock clock) {
        this.orders = orders;
        this.judgements = judgements;
        this.journal = journal;
        this.clock = clock;
    }

    /** What is read of {@code order-preview.not-met.v1}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record NotMet(
            UUID previewId,
            UUID orderId,
            int documentVersion,
            Decision.Outcome decision,
            List<JsonNode> findings,
            Instant judgedAt) {}

    @Override
    public Set<String> topics() {
        return Set.of("cmas.preview-judgements");
    }

    @Override
    public Set<String> types() {
        return Set.of("order-preview.not-met.v1");
    }

    @Override
    public void handle(EventBatch batch) throws SQLException {
        for (ReceivedEvent event : batch.events()) {
            NotMet notMet = OrderJson.read(event.payload(), NotMet.class);
            PurchaseOrder order = orders.findForUpdate(batch.connection(), notMet.orderId())
                    .orElseThrow(() -> new IllegalStateException("there is no order " + notMet.orderId()));
            if (order.awaitsDecisionOn(notMet.documentVersion())) {
                withdraw(batch, event, order, notMet);
            }
        }
    }

    private void withdraw(EventBatch batch, ReceivedEvent event, PurchaseOrder order, NotMet notMet)
            throws SQLException {
        // Another order's preview is none of this one's business, whatever id a client wrote into its token.
        Withdrawal.Judged previewed = judgements
                .find(batch.connection(), notMet.previewId())
                .filter(one -> one.orderId().equals(notMet.orderId()))
                .map(PreviewJudgement::shown)
                .orElse(null);
        var now = new Withdrawal.Judged(notMet.decision().name(), notMet.findings());
        var change = order.withdraw(Withdrawal.between(notMet.previewId(), previewed, now, notMet.judgedAt()));
        var act = new Act(clock.instant().truncatedTo(ChronoUnit.MICROS), SYSTEM.subject(), null);
        var told = orders.save(batch.connection(), order, change, act);
        journal.append(batch.statements(), List.of(Recording.after(event, told, SYSTEM)));
    }
}
