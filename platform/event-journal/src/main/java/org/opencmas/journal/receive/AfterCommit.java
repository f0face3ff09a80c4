package org.opencmas.journal.receive;

import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;
import org.opencmas.journal.receive.HandlingOnce.Applied;

/** What follows a commit: the relay is told, the events are counted, and what their handlers wanted to do afterwards is done. */
final class AfterCommit {

    private static final Logger LOG = Logger.getLogger(BatchHandling.class);

    private final Runnable relay;
    private final LongAdder handledTotal = new LongAdder();

    AfterCommit(Runnable relay) {
        this.relay = relay;
    }

    long handledTotal() {
        return handledTotal.sum();
    }

    void of(Applied applied) {
        if (applied.events() > 0) {
            relay.run();
            handledTotal.add(applied.events());
            applied.afterCommit().forEach(AfterCommit::run);
        }
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("Events took effect, but what should follow their commit failed.", e);
        }
    }
}
