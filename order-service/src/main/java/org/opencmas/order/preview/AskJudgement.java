package org.opencmas.order.preview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.order.purchaseorder.OrderVersion;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.store.Database;

/**
 * Asks compliance what its rules would find on a previewed amendment, by an event, and waits for the answer as long as the caller prefers. No
 * service calls another: while compliance is down, the preview is answered without findings.
 */
@ApplicationScoped
class AskJudgement {
    private static final String TOPIC = "cmas.order-previews";
    private static final String TYPE = "order-preview.asked.v1";
    /** Requests that wait at once, each on a thread of its own, inclusive; one more is answered without findings. */
    private static final int MOST_WAITING = 16;

    private static final long LOOK_EVERY_MILLIS = 25;

    private final Journal journal;
    private final Database database;
    private final PreviewJudgements judgements;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(MOST_WAITING);

    AskJudgement(Journal journal, Database database, PreviewJudgements judgements, Clock clock) {
        this.journal = journal;
        this.database = database;
        this.judgements = judgements;
        this.clock = clock;
    }

    /** What is found on the amendment; empty when that did not come in time. */
    Optional<PreviewJudgement> of(OrderVersion previewed, Requester by, Duration atMost) {
        if (atMost.isZero() || !turns.tryAcquire()) {
            return Optional.empty();
        }
        try {
            UUID previewId = TimeOrderedId.next();
            NewEvent asked = new NewEvent(TOPIC, previewId.toString(), 1, TYPE, payload(previewId, previewed, by));
            QuarkusTransaction.requiringNew().run(() -> journal.append(by.actor(), asked));
            return await(previewId, atMost);
        } finally {
            turns.release();
        }
    }

    private String payload(UUID previewId, OrderVersion previewed, Requester by) {
        ObjectNode payload = OrderJson.tree(previewed.document());
        payload.put("previewId", previewId.toString());
        payload.put("state", previewed.state().name());
        payload.put(
                "submittedAt", clock.instant().truncatedTo(ChronoUnit.MICROS).toString());
        payload.put("submittedBy", by.name());
        return payload.toString();
    }

    /** Holds no connection between its looks. */
    private Optional<PreviewJudgement> await(UUID previewId, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        Optional<PreviewJudgement> judged = look(previewId);
        while (judged.isEmpty() && System.nanoTime() - until < 0) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            judged = look(previewId);
        }
        return judged;
    }

    private Optional<PreviewJudgement> look(UUID previewId) {
        return database.with(connection -> judgements.find(connection, previewId));
    }
}
