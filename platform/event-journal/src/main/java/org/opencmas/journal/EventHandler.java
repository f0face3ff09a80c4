package org.opencmas.journal;

import java.sql.SQLException;
import java.util.Set;

/**
 * What a service does with events; a CDI bean. Each event takes effect once, whatever is delivered twice.
 *
 * <p>Events of one aggregate come in order. A type that is not in {@link #types()} is passed over, but another version of
 * one that is (v2 where v1 is known) is parked: it means something that this service cannot read yet. A handler that has
 * nothing to gain from seeing several events at once is a {@link SingleEventHandler}.
 */
public interface EventHandler {

    /** The topics to follow, without prefix, such as {@code cmas.orders}. */
    Set<String> topics();

    /** The types to handle, such as {@code order.issued.v1}. */
    Set<String> types();

    /**
     * Applies the events through the batch's connection, in its transaction, which the caller commits together with the mark
     * that they were handled. Whatever is thrown rolls all of them back; they are then handed over one by one, and one that
     * fails by itself is tried again a few times, then parked.
     */
    void handle(EventBatch batch) throws SQLException;
}
