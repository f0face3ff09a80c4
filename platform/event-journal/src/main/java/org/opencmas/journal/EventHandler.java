package org.opencmas.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * What a service does with events; a CDI bean. Each event takes effect once, whatever is delivered twice.
 *
 * <p>Events of one aggregate come in order. A type that is not in {@link #types()} is passed over, but another version of
 * one that is (v2 where v1 is known) is parked: it means something that this service cannot read yet.
 */
public interface EventHandler {

    /** The topics to follow, without prefix, such as {@code cmas.orders}. */
    Set<String> topics();

    /** The types to handle, such as {@code order.issued.v1}. */
    Set<String> types();

    /**
     * Applies the event through the connection, in its transaction, which the caller commits together with the mark that the
     * event was handled. Whatever is thrown rolls the event's effect back; it is tried again a few times, then parked.
     */
    void handle(Connection connection, ReceivedEvent event) throws SQLException;

    /** Called once the event's effect is committed, for what is no part of it, such as waking those who wait for it. */
    default void handled(ReceivedEvent event) {
        // Most handlers are done when their transaction is.
    }
}
