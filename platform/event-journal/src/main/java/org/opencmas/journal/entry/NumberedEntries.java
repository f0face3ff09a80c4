package org.opencmas.journal.entry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries that follow each other in the journal, which only ever grows at its end.
 *
 * @param entries in order and without gaps
 * @param isAll whether there were no more when they were read
 */
public record NumberedEntries(List<NumberedEntry> entries, boolean isAll) {

    /** Bounds the memory that one read takes. */
    private static final int MOST_BYTES_AT_A_TIME = 8_000_000;

    // The limit is part of the text: a plan that is to serve any limit would be made for a tenth of the journal.
    private static final String AFTER = "select " + JournalEntry.COLUMNS + """
            , position, hash, found from (
                select *, count(*) over () as found,
                    sum(octet_length(payload)) over (order by position) - octet_length(payload) as bytes_before
                from (select * from journal_order join journal using (event_id)
                    where position > ? order by position limit %d) as next
            ) as measured where bytes_before < ? order by position
            """;

    /** The entry with that position, if there is one. */
    public static @Nullable NumberedEntry at(Connection connection, long position) throws SQLException {
        List<NumberedEntry> found = after(connection, position - 1, 1).entries();
        return found.isEmpty() || found.getFirst().position() != position ? null : found.getFirst();
    }

    /** The entries after a position: at most {@code limit}, at least one if there is one. */
    public static NumberedEntries after(Connection connection, long position, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(AFTER.formatted(limit))) {
            select.setLong(1, position);
            select.setInt(2, MOST_BYTES_AT_A_TIME);
            List<NumberedEntry> entries = new ArrayList<>();
            int found = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(new NumberedEntry(
                            row.getLong("position"), ChainHash.of(row.getBytes("hash")), JournalEntry.read(row)));
                    found = row.getInt("found");
                }
            }
            return new NumberedEntries(entries, entries.size() == found && found < limit);
        }
    }
}
