package org.opencmas.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The handler of the service under test: it notes what it handled, and fails on version 2 until it is mended. */
@ApplicationScoped
class FragileHandler implements EventHandler {

    private final List<String> handled = new CopyOnWriteArrayList<>();
    private volatile boolean mended;

    @Override
    public Set<String> topics() {
        return Set.of("cmas.orders");
    }

    @Override
    public Set<String> types() {
        return Set.of("order.issued.v1");
    }

    @Override
    public void handle(EventBatch batch) {
        for (ReceivedEvent event : batch.events()) {
            if (event.aggregateVersion() == 2 && !mended) {
                throw new IllegalStateException("version 2 is too much");
            }
            batch.afterCommit(() -> handled.add(event.aggregateId() + ":" + event.aggregateVersion()));
        }
    }

    List<String> handledEvents() {
        return handled;
    }

    void mend() {
        mended = true;
    }
}
