package org.opencmas.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The relay's one connection. It holds the lock that lets a single relay of the service work, and everything the relay writes
 * goes through it: who loses the session loses the lock and can write no more.
 */
final class RelaySession implements AutoCloseable {

    /** The letters "cmas jrn": the lock's name within the service's database. */
    private static final long LOCK = 0x636d_6173_206a_726eL;

    private static final int GIVE_UP_ON_A_SILENT_DATABASE_AFTER_MILLIS = 30_000;

    private static final String SAVE_PUBLISHED = "update journal_published set position = ?";

    private final Connection connection;
    private final int usualNetworkTimeout;
    private long published;

    private RelaySession(Connection connection) throws SQLException {
        this.connection = connection;
        this.usualNetworkTimeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, GIVE_UP_ON_A_SILENT_DATABASE_AFTER_MILLIS);
        try (Statement statement = connection.createStatement()) {
            // Nobody waits for the disk: where the note is lost, what it told of is sent once more.
            statement.execute("set synchronous_commit = off");
            // Planning the read anew for each position takes longer than reading, and gives the same plan.
            statement.execute("set plan_cache_mode = force_generic_plan");
        }
        this.published = readPublished();
    }

    /** A session, or nothing while another instance's relay is at work. */
    static Optional<RelaySession> open(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            if (tryLock(connection)) {
                return Optional.of(new RelaySession(connection));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            connection.abort(Runnable::run);
            throw e;
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** The position up to which everything is noted as acknowledged by the broker. */
    long published() {
        return published;
    }

    /** Notes up to which position everything is published; without it a restart would send more again than it must. */
    void savePublished(long position) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SAVE_PUBLISHED)) {
            update.setLong(1, position);
            update.executeUpdate();
        }
        published = position;
    }

    NumberedEntries after(long position, int limit) throws SQLException {
        return NumberedEntries.after(connection, position, limit);
    }

    private long readPublished() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select position from journal_published")) {
            if (!row.next()) {
                throw new SQLException("the note of what was published is missing");
            }
            return row.getLong(1);
        }
    }

    /** Ends the session as it began, or cuts the connection so that the server ends it: in both cases the lock is free. */
    @Override
    public void close() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            statement.execute("reset synchronous_commit");
            statement.execute("reset plan_cache_mode");
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            connection.setNetworkTimeout(Runnable::run, usualNetworkTimeout);
            connection.close();
        } catch (SQLException e) {
            connection.abort(Runnable::run);
        }
    }
}
