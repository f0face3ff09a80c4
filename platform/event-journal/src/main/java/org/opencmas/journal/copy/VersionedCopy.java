package org.opencmas.journal.copy;

import java.sql.Connection;
import java.sql.SQLException;
import org.opencmas.journal.EventBatch;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.SingleEventHandler;
import org.opencmas.journal.TraceContext;

/**
 * Keeps a copy of aggregates that another service owns; a CDI bean, at most one for a topic. It is handed each version of an aggregate
 * once, in order. Beside the version the event that told it is kept ({@code copied_aggregate}), so that an owner who lost its memory
 * is noticed:
 *
 * <ul>
 *   <li>the next version is kept;
 *   <li>the same version by the same event is a repeat and changes nothing;
 *   <li>the same or an older version by another event is parked, and so is one that comes after a gap.
 * </ul>
 *
 * <p>An owner gives one event to each version on a topic, the parts of a price list included. So that a gap can be told, a copy is
 * handed the events of <em>every</em> type on its topics; those that are not among its {@link #types()} only count.
 */
public interface VersionedCopy extends SingleEventHandler {

    /** Keeps what the event says, which is newer than all that was kept of its aggregate. */
    @Override
    void handle(Connection connection, ReceivedEvent event) throws SQLException;

    @Override
    default void handle(EventBatch batch) throws SQLException {
        CopiedVersions versions = CopiedVersions.read(batch);
        for (ReceivedEvent event : batch.events()) {
            if (versions.advanceTo(event) && types().contains(event.type())) {
                TraceContext.enter(event.traceParent());
                try {
                    handle(batch.connection(), event);
                } finally {
                    TraceContext.leave();
                }
            }
        }
        versions.write(batch);
    }

    /** An event that does not continue what is known of its aggregate. Another attempt finds the same. */
    final class OutOfStep extends RuntimeException {

        OutOfStep(String message) {
            super(message);
        }
    }
}
