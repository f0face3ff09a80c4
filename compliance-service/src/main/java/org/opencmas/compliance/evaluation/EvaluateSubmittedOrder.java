package org.opencmas.compliance.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.opencmas.compliance.facts.ConsultingOrders;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.facts.GatherFacts;
import org.opencmas.compliance.facts.GatherFacts.Asked;
import org.opencmas.compliance.facts.GatherFacts.Gathered;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.Decision;
import org.opencmas.compliance.rule.judging.Judgement;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.journal.Actor;
import org.opencmas.journal.EventBatch;
import org.opencmas.journal.EventHandler;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.Recording;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.sql.Answer;

/**
 * Judges submitted orders, keeps the receipts and publishes the decisions: one transaction with the mark that the events were handled. As
 * many orders as have come are judged with the same few statements, since this is what their agencies wait for.
 */
@ApplicationScoped
class EvaluateSubmittedOrder implements EventHandler {
    private static final Actor SYSTEM = Actor.system("compliance-service");

    private final GatherFacts gatherFacts;
    private final Evaluations evaluations;
    private final Journal journal;
    private final Clock clock;

    EvaluateSubmittedOrder(GatherFacts gatherFacts, Evaluations evaluations, Journal journal, Clock clock) {
        this.gatherFacts = gatherFacts;
        this.evaluations = evaluations;
        this.journal = journal;
        this.clock = clock;
    }

    /** A submission with what was decided on it. */
    private record Decided(Submission submission, SealedEvaluation receipt, Judgement judgement) {}

    @Override
    public Set<String> topics() {
        return Set.of("cmas.orders");
    }

    @Override
    public Set<String> types() {
        return Set.of("order.submitted.v1");
    }

    @Override
    public void handle(EventBatch batch) throws SQLException {
        SubmissionBatch together = new SubmissionBatch();
        for (ReceivedEvent event : batch.events()) {
            Submission next = Submission.of(event);
            if (!together.hasRoomFor(next)) {
                judge(batch, together.submissions());
                // The next ones ask after what these wrote, and so are judged against what was issued.
                together = new SubmissionBatch();
            }
            together.add(next);
        }
        judge(batch, together.submissions());
    }

    private void judge(EventBatch batch, List<Submission> submissions) throws SQLException {
        Answer<List<Integer>> sequences = evaluations.nextSequences(batch.statements(), submissions);
        Asked asked = gatherFacts.ask(
                batch.statements(),
                submissions.stream().map(Submission::toJudge).toList());
        Gathered gathered = gatherFacts.gather(batch.connection(), asked);
        Map<String, Long> positions = gathered.state().asOf();
        String asOf = FactsJson.text(positions);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<SealedEvaluation> receipts = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Recording> recordings = new ArrayList<>();
        List<ConsultingOrders.Issued> issued = new ArrayList<>();
        for (int i = 0; i < submissions.size(); i++) {
            Submission submission = submissions.get(i);
            OrderFacts facts = gathered.facts().get(i);
            Judgement judgement = RuleBooks.ORDERS.judge(facts);
            if (!submission.isMetBy(judgement)) {
                recordings.add(notMet(submission, judgement, positions, now));
                continue;
            }
            Decided decided = decide(submission, facts, judgement, asOf, now);
            receipts.add(decided.receipt());
            places.add(sequences.get().get(i));
            recordings.add(recording(decided, sequences.get().get(i), positions));
            if (decided.judgement().decision() == Decision.ISSUE) {
                issued.add(new ConsultingOrders.Issued(submission.orderId(), submission.order()));
            }
        }
        evaluations.store(batch.statements(), receipts, places);
        ConsultingOrders.keep(batch.statements(), issued);
        journal.append(batch.statements(), recordings);
    }

    /** Sent on a condition that does not hold: nothing is decided and nothing kept. */
    private static Recording notMet(Submission submission, Judgement judgement, Map<String, Long> asOf, Instant now) {
        var payload = new PreviewJudged.NotMet(
                Objects.requireNonNull(submission.preview()).previewId(),
                submission.orderId(),
                submission.documentVersion(),
                submission.order().agencyId(),
                judgement.decision(),
                judgement.failing(),
                RuleBooks.ORDERS.version(),
                asOf,
                now);
        NewEvent event = new NewEvent(
                PreviewJudged.TOPIC,
                submission.event().id().toString(),
                1,
                PreviewJudged.NotMet.TYPE,
                FactsJson.text(payload));
        return Recording.after(submission.event(), event, SYSTEM);
    }

    private static Decided decide(
            Submission submission, OrderFacts facts, Judgement judgement, String asOf, Instant now) {
        Order order = submission.order();
        Evaluation evaluation = new Evaluation(
                TimeOrderedId.next(),
                submission.orderId(),
                submission.documentVersion(),
                order.agencyId(),
                order.agencyOrderNumber(),
                order.amendmentNumber(),
                judgement.decision(),
                now,
                RuleBooks.ORDERS.version(),
                asOf,
                FactsJson.text(facts),
                FactsJson.text(judgement.findings()));
        return new Decided(submission, evaluation.sealed(), judgement);
    }

    private Recording recording(Decided decided, int sequence, Map<String, Long> asOf) {
        Evaluation evaluation = decided.receipt().evaluation();
        OrderEvaluated payload = OrderEvaluated.of(decided.receipt(), decided.judgement(), asOf);
        NewEvent event = new NewEvent(
                OrderEvaluated.TOPIC,
                evaluation.orderId().toString(),
                sequence,
                OrderEvaluated.TYPE,
                FactsJson.text(payload));
        return Recording.after(decided.submission().event(), event, SYSTEM);
    }
}
