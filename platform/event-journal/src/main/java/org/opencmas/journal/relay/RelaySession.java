package org.opencmas.journal.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.opencmas.journal.broker.EventSettings;
import org.opencmas.journal.entry.NumberedEntries;
import org.opencmas.journal.entry.NumberedEntry;

/**
 * The relay's one connection. It holds the lock that lets a single relay of the service work, and everything the relay writes
 * goes through it: who loses the session loses the lock and can write no more.
 */
final class RelaySession implements AutoCloseable {

    /** The letters "cmas jrn": the lock's name within the service's database. */
    private static final long LOCK = 0x636d_6173_206a_726eL;

    /**
     * The database ends a session that is silent for so long, and with it the lock: a process that is frozen, or cut off, no longer
     * keeps others from relaying. A relay that works is never silent for longer than {@link #HEARD_OF_WITHIN}.
     */
    static final int SILENT_SESSION_ENDS_AFTER_SECONDS = 5;

    /** For so long after the database answered, the lock is surely held. */
    private static final Duration HEARD_OF_WITHIN = Duration.ofSeconds(2);

    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(1);
    private static final int STATEMENT_ENDS_AFTER_SECONDS = 10;
    private static final int GIVE_UP_ON_A_SILENT_DATABASE_AFTER_MILLIS = 12_000;

    private static final String SAVE_PUBLISHED = "update journal_published set position = ?";

    private final Connection connection;
    private final OlderVersions olderVersions = new OlderVersions();
    private final int usualNetworkTimeout;
    private long published;
    private long answeredNanos = System.nanoTime();

    private RelaySession(Connection connection) throws SQLException {
        this.connection = connection;
        this.usualNetworkTimeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, GIVE_UP_ON_A_SILENT_DATABASE_AFTER_MILLIS);
        try (Statement statement = connection.createStatement()) {
            // The commit does not wait for the disk: if the note is lost, the events that it covers are sent once more.
            statement.execute("set synchronous_commit = off");
            // Planning the read anew for each position takes longer than reading, and gives the same plan.
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("set idle_session_timeout = '" + SILENT_SESSION_ENDS_AFTER_SECONDS + "s'");
            statement.execute("set statement_timeout = '" + STATEMENT_ENDS_AFTER_SECONDS + "s'");
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
        answeredNanos = System.nanoTime();
    }

    NumberedEntries after(long position, int limit) throws SQLException {
        NumberedEntries entries = NumberedEntries.after(connection, position, limit);
        answeredNanos = System.nanoTime();
        return entries;
    }

    /** By position, the older versions in which entries were recorded too. */
    Map<Long, String> olderVersions(List<NumberedEntry> entries) throws SQLException {
        return olderVersions.beside(connection, entries);
    }

    /** See {@link BrokerTail#disagreement}. */
    Optional<String> disagreementWithBroker(EventSettings settings) throws SQLException {
        return BrokerTail.disagreement(settings, connection);
    }

    /**
     * Whether the lock is surely held, as far as this process can tell without asking. After it was frozen for a while it is not, and
     * another instance may relay.
     */
    boolean isSurelyHeld() {
        return System.nanoTime() - answeredNanos < HEARD_OF_WITHIN.toNanos();
    }

    /**
     * Asks the database, if it was not asked just now, so that the session is not silent.
     *
     * @throws SQLException when the session has ended, and so is the lock
     */
    void keep() throws SQLException {
        if (System.nanoTime() - answeredNanos > ASK_AGAIN_AFTER.toNanos()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select 1");
            }
            answeredNanos = System.nanoTime();
        }
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
            statement.execute("reset idle_session_timeout");
            statement.execute("reset statement_timeout");
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            connection.setNetworkTimeout(Runnable::run, usualNetworkTimeout);
            connection.close();
        } catch (SQLException e) {
            connection.abort(Runnable::run);
        }
    }
}
