package org.opencmas.fees.ledger.posting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * One transaction at a time takes in what orders are worth, writes the ledger or files a statement. It is taken first, before
 * anything is read or written that a fee depends on: who gathered the orders of a contractor before it waited would not see the
 * one that was posted meanwhile with the old certificate, and nobody would look again. Whether a quarter is still open and what was posted before
 * then hold until the commit. All postings of a quarter meet in its total anyway, so nothing is lost by waiting earlier, and
 * since everybody waits at the same place first, nobody deadlocks.
 */
public final class LedgerLock {
    private static final long KEY = 0x0066_6565_7300_0001L;

    private LedgerLock() {}

    /** Held until the connection's transaction ends. */
    public static void take(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, KEY);
            lock.execute();
        }
    }

    /** Returns when what was being written has ended; nothing is held. */
    public static void await(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock_shared(?)")) {
            lock.setLong(1, KEY);
            lock.execute();
        }
    }
}
