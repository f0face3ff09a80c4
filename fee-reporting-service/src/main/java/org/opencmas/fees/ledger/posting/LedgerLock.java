package org.opencmas.fees.ledger.posting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * One transaction at a time takes in what orders are worth, writes the ledger or files a statement. It is taken first, before
 * anything is read or written that a fee depends on: who gathered the orders of a contractor before it waited would not see the
 * one that was posted meanwhile with the old certificate, and nobody would look again. Whether a quarter is still open and what was posted before
 * then hold until the commit. All postings of a quarter meet in its total anyway, so nothing is lost by waiting earlier, and
 * since everybody waits at the same place first, nobody deadlocks.
 */
public final class LedgerLock {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final long KEY = 0x0066_6565_7300_0001L;

    private LedgerLock() {}

    /** Held until the connection's transaction ends. */
    public static void take(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, KEY);
            lock.execute();
        }
    }

    /** Whether nothing is being written at this moment; nothing is held, on a connection that commits by itself. */
    public static boolean isFree(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_xact_lock_shared(?)")) {
            lock.setLong(1, KEY);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /**
     * Returns when what was being written has ended, on a connection that commits by itself; nothing is held.
     *
     * @return false when it goes on for longer than that
     */
    public static boolean await(Connection connection, Duration atMost) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement limit = connection.createStatement();
                PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock_shared(?)")) {
            limit.execute("set local lock_timeout = " + atMost.toMillis());
            lock.setLong(1, KEY);
            lock.execute();
            return true;
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
