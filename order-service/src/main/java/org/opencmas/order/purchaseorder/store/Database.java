package org.opencmas.order.purchaseorder.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Gives a piece of work a connection, and failures of the database one unchecked form with their cause. */
@ApplicationScoped
public class Database {
    private final DataSource dataSource;

    public Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work on a connection. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Runs the work in the JTA transaction if there is one, otherwise statement by statement. */
    public <T> T with(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the database did not do its part", e);
        }
    }

    /**
     * Runs the work in a transaction of the connection's own, without JTA, and commits it.
     *
     * @throws SQLException as the work or the commit threw it, after the rollback
     */
    public <T> T inOwnTransaction(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }
}
