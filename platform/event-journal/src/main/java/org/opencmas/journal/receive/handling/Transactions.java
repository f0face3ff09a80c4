package org.opencmas.journal.receive.handling;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.opencmas.tenant.Tenant;

/**
 * Runs work in a JDBC transaction of its own and tells a failing database from failing work. An event is no caller's: the work sees
 * the rows of every tenant.
 */
public final class Transactions {

    private final DataSource dataSource;

    public Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Commits what the work did and returns its answer; if it throws, nothing of it remains.
     *
     * @throws WorkFailed with what the work threw, the database being in order
     * @throws DatabaseUnavailable when the work or its commit failed for want of a database
     */
    public <T> T commit(Work<T> work) throws WorkFailed, DatabaseUnavailable {
        try (Connection connection = open()) {
            try {
                T answer = Tenant.seeingAll(() -> work.on(connection));
                connection.commit();
                connection.setAutoCommit(true);
                return answer;
            } catch (Exception | AssertionError | LinkageError | StackOverflowError e) {
                connection.rollback();
                connection.setAutoCommit(true);
                if (DatabaseUnavailable.isTheReason(e)) {
                    throw new DatabaseUnavailable(e);
                }
                throw new WorkFailed(e);
            }
        } catch (SQLException e) {
            // The connection could not be had, rolled back or given back.
            throw new DatabaseUnavailable(e);
        }
    }

    private Connection open() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** What the work itself threw. */
    public static final class WorkFailed extends Exception {

        WorkFailed(Throwable cause) {
            super(cause);
        }

        /** The failure for a person: its kind and message, and those of its causes. */
        public String reason() {
            StringBuilder reason = new StringBuilder();
            for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
                reason.append(reason.isEmpty() ? "" : "; because of ").append(cause);
            }
            return reason.toString();
        }
    }
}
