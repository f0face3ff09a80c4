package org.opencmas.compliance.ordercheck;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opencmas.compliance.ordercheck.rule.Judgement;
import org.opencmas.compliance.ordercheck.rule.OrderFacts;
import org.opencmas.compliance.ordercheck.rule.RuleBook;
import org.opencmas.journal.Actor;
import org.opencmas.journal.EventHandler;
import org.opencmas.journal.Freshness;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.TimeOrderedId;

/** Judges a submitted order, keeps the receipt and tells the decision: one transaction with the mark that the event was handled. */
@Singleton
class EvaluateSubmittedOrder implements EventHandler {
    private static final Actor SYSTEM = Actor.system("compliance-service");

    private final GatherFacts gatherFacts;
    private final Evaluations evaluations;
    private final Freshness freshness;
    private final Journal journal;
    private final ReceiptJson json;
    private final Clock clock;

    EvaluateSubmittedOrder(
            GatherFacts gatherFacts,
            Evaluations evaluations,
            Freshness freshness,
            Journal journal,
            ReceiptJson json,
            Clock clock) {
        this.gatherFacts = gatherFacts;
        this.evaluations = evaluations;
        this.freshness = freshness;
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of("cmas.orders");
    }

    @Override
    public Set<String> types() {
        return Set.of("order.submitted.v1");
    }

    @Override
    public void handle(Connection connection, ReceivedEvent event) throws SQLException {
        SubmittedOrder submitted = json.payload(event.payload(), SubmittedOrder.class);
        OrderFacts facts = gatherFacts.gather(connection, submitted.order(), submitted.receivedOn());
        Judgement judgement = RuleBook.judge(facts);
        Map<String, Long> asOf = freshness.asOf(connection);
        Evaluation evaluation = receipt(submitted, facts, judgement, asOf);
        int sequence = evaluations.store(connection, evaluation);
        String payload = json.text(OrderEvaluated.of(evaluation, judgement.findings(), asOf));
        journal.append(
                connection,
                SYSTEM,
                List.of(new NewEvent(
                        OrderEvaluated.TOPIC,
                        evaluation.orderId().toString(),
                        sequence,
                        OrderEvaluated.TYPE,
                        payload)));
    }

    private Evaluation receipt(
            SubmittedOrder submitted, OrderFacts facts, Judgement judgement, Map<String, Long> asOf) {
        return new Evaluation(
                TimeOrderedId.next(),
                submitted.orderId(),
                submitted.documentVersion(),
                submitted.agencyId(),
                submitted.agencyOrderNumber(),
                submitted.amendmentNumber(),
                judgement.decision(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                RuleBook.version(),
                json.text(asOf),
                json.text(facts),
                json.text(judgement.findings()));
    }
}
