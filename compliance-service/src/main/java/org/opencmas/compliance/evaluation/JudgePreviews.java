package org.opencmas.compliance.evaluation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.facts.GatherFacts;
import org.opencmas.compliance.facts.GatherFacts.Asked;
import org.opencmas.compliance.facts.GatherFacts.Gathered;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.Judgement;
import org.opencmas.journal.Actor;
import org.opencmas.journal.EventBatch;
import org.opencmas.journal.EventHandler;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.Recording;
import org.opencmas.sql.RoundTrip;

/**
 * Judges amendments that are only previewed (ORD-AMEND-RECHECK): the amended whole is judged by the same rules on the same facts as if it were
 * sent now, and what they find is told. No receipt is kept, for nothing is decided.
 */
@ApplicationScoped
class JudgePreviews implements EventHandler {
    private static final Actor SYSTEM = Actor.system("compliance-service");

    private final GatherFacts gatherFacts;
    private final Journal journal;
    private final Clock clock;

    JudgePreviews(GatherFacts gatherFacts, Journal journal, Clock clock) {
        this.gatherFacts = gatherFacts;
        this.journal = journal;
        this.clock = clock;
    }

    /** What is needed of {@code order-preview.asked.v1} beside the order. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Preview(UUID previewId) {}

    @Override
    public Set<String> topics() {
        return Set.of("cmas.order-previews");
    }

    @Override
    public Set<String> types() {
        return Set.of("order-preview.asked.v1");
    }

    @Override
    public void handle(EventBatch batch) throws SQLException {
        List<Recording> recordings = new ArrayList<>();
        for (ReceivedEvent event : batch.events()) {
            recordings.add(judged(batch, event));
        }
        journal.append(batch.statements(), recordings);
    }

    /** One by one: somebody waits for each, and there are few. */
    private Recording judged(EventBatch batch, ReceivedEvent event) throws SQLException {
        UUID previewId = FactsJson.payload(event.payload(), Preview.class).previewId();
        Submission previewed = Submission.of(event);
        var first = new RoundTrip();
        Asked asked = gatherFacts.ask(first, List.of(previewed.toJudge()));
        first.send(batch.connection());
        Gathered gathered = gatherFacts.gather(batch.connection(), asked);
        Judgement judgement = RuleBooks.ORDERS.judge(gathered.facts().getFirst());
        var payload = new PreviewJudged(
                previewId,
                previewed.orderId(),
                previewed.order().agencyId(),
                judgement.decision(),
                judgement.failing(),
                PreviewJudged.hashOf(judgement),
                RuleBooks.ORDERS.version(),
                gathered.state().asOf(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return Recording.after(
                event,
                new NewEvent(PreviewJudged.TOPIC, previewId.toString(), 1, PreviewJudged.TYPE, FactsJson.text(payload)),
                SYSTEM);
    }
}
