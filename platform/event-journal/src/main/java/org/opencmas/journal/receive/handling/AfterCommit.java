package org.opencmas.journal.receive.handling;

import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;
import org.opencmas.journal.receive.handling.HandlingOnce.Applied;

/** What follows a commit: the relay is told, the events are counted, and what their handlers wanted to do afterwards is done. */
public final class AfterCommit {

    private static final Logger LOG = Logger.getLogger(AfterCommit.class);

    private final Runnable relay;
    private final LongAdder handledTotal = new LongAdder();

    public AfterCommit(Runnable relay) {
        this.relay = relay;
    }

    public long handledTotal() {
        return handledTotal.sum();
    }

    public void of(Applied applied) {
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
