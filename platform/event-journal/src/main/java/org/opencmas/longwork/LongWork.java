package org.opencmas.longwork;

import java.sql.Connection;
import java.sql.SQLException;

/** A kind of work that may take long; a CDI bean. Its state is in the database, so that any instance can go on with it. */
public interface LongWork {
    /** Its name among all kinds of this service; instances with the same name take turns. */
    String name();

    /** Whether something waits to be done, or was left undone by an instance that ended. Asked twice a second. */
    boolean isWaiting(Connection connection) throws SQLException;

    /**
     * Does all or the next part of what waits. No other instance does so at the same time. What it throws, errors too, is logged, and it is called
     * again a moment later.
     */
    void goOn(Stopping stopping) throws SQLException;
}
