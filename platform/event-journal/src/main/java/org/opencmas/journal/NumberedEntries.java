package org.opencmas.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the numbered part of the journal, which only ever grows at its end. */
final class NumberedEntries {

    /** Bounds the memory that one read takes. */
    static final int MOST_BYTES_AT_A_TIME = 8_000_000;

    private static final String AFTER = "select " + JournalEntry.COLUMNS + """
            , position, hash from (
                select *, sum(octet_length(payload)) over (order by position) - octet_length(payload) as bytes_before
                from (select * from journal where position > ? order by position limit ?) as next
            ) as measured where bytes_before < ? order by position
            """;

    private NumberedEntries() {}

    /** The entries after a position, in order and without gaps: at most {@code limit}, at least one if there is one. */
    static List<NumberedEntry> after(Connection connection, long position, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(AFTER)) {
            select.setLong(1, position);
            select.setInt(2, limit);
            select.setInt(3, MOST_BYTES_AT_A_TIME);
            List<NumberedEntry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(new NumberedEntry(
                            row.getLong("position"), ChainHash.of(row.getBytes("hash")), JournalEntry.read(row)));
                }
            }
            return entries;
        }
    }
}
