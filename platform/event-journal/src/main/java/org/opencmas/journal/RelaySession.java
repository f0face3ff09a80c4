package org.opencmas.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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

    // The list is read from its index alone and the rows by their key. Numbered entries leave dead index entries
    // behind, and
    // only a scan that reads nothing but the index clears them away while others insert beside them.
    private static final String WORK_LIST = """
            select %s, entry_id from (
                select journal.*,
                    sum(octet_length(payload)) over (order by entry_id) - octet_length(payload) as bytes_before
                from journal
                where entry_id = any (array(
                    select entry_id from journal where position is null order by entry_id limit ?))
            ) as measured where bytes_before < ? order by entry_id
            """.formatted(JournalEntry.COLUMNS);

    // By key alone: "and position is null" would tempt the planner into the index of the work list. That no entry is
    // numbered
    // twice is the table's own guard. The sub-selects hide from the planner how many there are, so that one plan serves
    // all.
    private static final String NUMBER_AND_MOVE_HEAD = """
            with numbered as (
                update journal set position = next.position, hash = next.hash
                from unnest((select ?::bigint[]), (select ?::bigint[]), (select ?::bytea[]))
                    as next (entry_id, position, hash)
                where journal.entry_id = next.entry_id
                returning true
            ), moved as (
                update journal_head set position = ?, hash = ?, published = ? where position = ? returning true
            )
            select require((select count(*) from numbered) = ?, 'entries were numbered by somebody else'),
                require((select count(*) from moved) = 1, 'the head was moved by somebody else')
            """;

    private static final String SAVE_PUBLISHED = "update journal_head set published = ? where position = ?";

    private final Connection connection;
    private final int usualNetworkTimeout;
    private Head head;

    private RelaySession(Connection connection) throws SQLException {
        this.connection = connection;
        this.usualNetworkTimeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, GIVE_UP_ON_A_SILENT_DATABASE_AFTER_MILLIS);
        this.head = readHead();
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

    Head head() {
        return head;
    }

    /**
     * Gives the next committed entries, at most {@code limit}, their positions and hashes and commits them, together with the
     * position up to which everything is published. When this returns, nothing can change their order any more.
     */
    List<NumberedEntry> number(int limit, long published) throws SQLException {
        List<Long> entryIds = new ArrayList<>();
        List<NumberedEntry> numbered = new ArrayList<>();
        readWorkList(limit, entryIds, numbered);
        if (!numbered.isEmpty()) {
            NumberedEntry last = numbered.getLast();
            Head next = new Head(last.position(), last.hash(), published);
            store(entryIds, numbered, next);
            head = next;
        }
        return numbered;
    }

    /** Commits the position up to which everything is published, without which a restart would send more again than it must. */
    void savePublished(long published) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SAVE_PUBLISHED)) {
            update.setLong(1, published);
            update.setLong(2, head.position());
            require(update.executeUpdate() == 1, "the head was moved by somebody else");
        }
        head = new Head(head.position(), head.hash(), published);
    }

    List<NumberedEntry> numberedAfter(long position, int limit) throws SQLException {
        return NumberedEntries.after(connection, position, limit);
    }

    private void readWorkList(int limit, List<Long> entryIds, List<NumberedEntry> numbered) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(WORK_LIST)) {
            select.setInt(1, limit);
            select.setInt(2, NumberedEntries.MOST_BYTES_AT_A_TIME);
            long position = head.position();
            ChainHash hash = head.hash();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    NumberedEntry next = NumberedEntry.after(position, hash, JournalEntry.read(row));
                    entryIds.add(row.getLong("entry_id"));
                    numbered.add(next);
                    position = next.position();
                    hash = next.hash();
                }
            }
        }
    }

    /** One statement, and so one transaction. */
    private void store(List<Long> entryIds, List<NumberedEntry> numbered, Head next) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(NUMBER_AND_MOVE_HEAD)) {
            update.setArray(1, connection.createArrayOf("bigint", entryIds.toArray(Long[]::new)));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint",
                            numbered.stream().map(NumberedEntry::position).toArray(Long[]::new)));
            update.setArray(
                    3,
                    connection.createArrayOf(
                            "bytea",
                            numbered.stream().map(entry -> entry.hash().bytes()).toArray(byte[][]::new)));
            update.setLong(4, next.position());
            update.setBytes(5, next.hash().bytes());
            update.setLong(6, next.published());
            update.setLong(7, head.position());
            update.setLong(8, numbered.size());
            update.execute();
        }
    }

    private static void require(boolean holds, String otherwise) throws SQLException {
        if (!holds) {
            throw new SQLException(otherwise);
        }
    }

    private Head readHead() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select position, hash, published from journal_head")) {
            require(row.next(), "the journal has no head");
            return new Head(row.getLong(1), ChainHash.of(row.getBytes(2)), row.getLong(3));
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
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            connection.setNetworkTimeout(Runnable::run, usualNetworkTimeout);
            connection.close();
        } catch (SQLException e) {
            connection.abort(Runnable::run);
        }
    }

    /**
     * Where the journal stands.
     *
     * @param position the last one given; 0 before the first
     * @param hash of the entry there
     * @param published everything up to this position has been acknowledged by the broker
     */
    record Head(long position, ChainHash hash, long published) {}
}
