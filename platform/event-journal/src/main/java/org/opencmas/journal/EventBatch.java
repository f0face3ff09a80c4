package org.opencmas.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.opencmas.sql.RoundTrip;

/** Events that follow each other and are applied in one transaction. How many there are says nothing: it is what had come. */
public final class EventBatch {

    private final Connection connection;
    private final List<ReceivedEvent> events;
    private final Consumer<Runnable> afterCommit;
    private final RoundTrip statements;

    /**
     * A batch.
     *
     * @param connection with the transaction in which the events take effect
     * @param events at least one, those of an aggregate in its order
     * @param statements of the transaction that are not sent yet; the first of them see to it that the events are new here
     * @param afterCommit takes what is to be run once the transaction has committed
     */
    public EventBatch(
            Connection connection, List<ReceivedEvent> events, RoundTrip statements, Consumer<Runnable> afterCommit) {
        this.connection = connection;
        this.events = List.copyOf(events);
        this.statements = statements;
        this.afterCommit = afterCommit;
    }

    /** The transaction's connection, once what was added to {@link #statements} is sent. */
    public Connection connection() throws SQLException {
        send();
        return connection;
    }

    public List<ReceivedEvent> events() {
        return events;
    }

    /**
     * What is still to be sent, at the latest together with the end of the transaction. A handler saves a round trip by adding
     * its first questions, since the mark that the events are handled then goes with them, and another by adding what it writes last.
     */
    public RoundTrip statements() {
        return statements;
    }

    /** Sends what was added. It fails when events of the batch took effect before, and then so must the handler. */
    public void send() throws SQLException {
        statements.send(connection);
    }

    /**
     * Has something run once the events' effect is committed, such as waking waiting requests. It is no part of the
     * effect: it does not run after a rollback, and when it fails the effect stays.
     */
    public void afterCommit(Runnable action) {
        afterCommit.accept(action);
    }
}
