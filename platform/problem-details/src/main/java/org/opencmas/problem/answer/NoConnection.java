package org.opencmas.problem.answer;

import java.sql.SQLException;
import java.util.List;

/** Tells that no connection was to be had from the pool: all were taken for longer than one is waited for, or the pool was stopping. */
public final class NoConnection {
    private static final String POOL = "io.agroal.";
    /** What throws here was called by work that went on with a connection it had given back. */
    private static final String GIVEN_OUT = POOL + "pool.wrapper.";

    private static final List<String> WORDINGS =
            List.of("cquisition timeout", "Interrupted while acquiring", "pool is closed");

    private NoConnection() {}

    /**
     * Whether that is the reason of the failure itself; its causes are not looked at. The pool throws plain exceptions without a state: its
     * wordings change, what stays is where they come from.
     */
    public static boolean isWhy(SQLException failure) {
        if (failure.getSQLState() != null) {
            return false;
        }
        StackTraceElement[] trace = failure.getStackTrace();
        String said = String.valueOf(failure.getMessage());
        String from = trace.length == 0 ? "" : trace[0].getClassName();
        return from.startsWith(POOL) && !from.startsWith(GIVEN_OUT)
                || WORDINGS.stream().anyMatch(said::contains);
    }
}
