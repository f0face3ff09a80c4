package org.opencmas.journal;

import java.sql.Connection;
import java.util.List;
import java.util.function.Consumer;

/** Events that follow each other and are applied in one transaction. How many there are says nothing: it is what had come. */
public final class EventBatch {

    private final Connection connection;
    private final List<ReceivedEvent> events;
    private final Consumer<Runnable> afterCommit;
    private final RoundTrip last = new RoundTrip();

    /**
     * A batch.
     *
     * @param connection with the transaction in which the events take effect
     * @param events at least one, those of an aggregate in its order
     * @param afterCommit takes what is to be run once the transaction has committed
     */
    public EventBatch(Connection connection, List<ReceivedEvent> events, Consumer<Runnable> afterCommit) {
        this.connection = connection;
        this.events = List.copyOf(events);
        this.afterCommit = afterCommit;
    }

    public Connection connection() {
        return connection;
    }

    public List<ReceivedEvent> events() {
        return events;
    }

    /**
     * What the handler writes at its end, to be sent together with the end of the transaction. Nothing of it can be read before
     * {@link RoundTrip#send}.
     */
    public RoundTrip last() {
        return last;
    }

    /**
     * Has something run once the events' effect is committed, such as waking those who wait for it. It is no part of the
     * effect: it does not run after a rollback, and when it fails the effect stays.
     */
    public void afterCommit(Runnable action) {
        afterCommit.accept(action);
    }
}
