package org.opencmas.journal;

import java.sql.Connection;
import java.sql.SQLException;

/** A handler that takes events one after the other. What it logs and records continues the event's own trace. */
public interface SingleEventHandler extends EventHandler {

    /** Applies one event; see {@link EventHandler#handle(EventBatch)}. */
    void handle(Connection connection, ReceivedEvent event) throws SQLException;

    @Override
    default void handle(EventBatch batch) throws SQLException {
        for (ReceivedEvent event : batch.events()) {
            TraceContext.enter(event.traceParent());
            try {
                handle(batch.connection(), event);
            } finally {
                TraceContext.leave();
            }
        }
    }
}
