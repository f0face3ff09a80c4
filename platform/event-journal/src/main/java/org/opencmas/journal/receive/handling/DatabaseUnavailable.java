package org.opencmas.journal.receive.handling;

import java.sql.SQLException;
import org.opencmas.problem.answer.NoConnection;

/** The database does not answer. No event is at fault: wait and try again for as long as it takes. */
public final class DatabaseUnavailable extends Exception {

    DatabaseUnavailable(Throwable cause) {
        super("the database does not answer", cause);
    }

    /**
     * Whether the failure tells of the connection or the server (SQL state classes 08, 53 and 57), that no connection came free, or that a lock
     * was not to be had in time, and not of the statement.
     */
    static boolean isTheReason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && tellsOfTheServer(e)) {
                return true;
            }
        }
        return false;
    }

    private static boolean tellsOfTheServer(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                ? NoConnection.isWhy(failure)
                : state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P")
                        || state.equals("25006")
                        || state.equals("55P03");
    }
}
