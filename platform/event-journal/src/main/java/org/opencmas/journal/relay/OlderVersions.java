package org.opencmas.journal.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.broker.CloudEvents;
import org.opencmas.journal.entry.JournalEntry;
import org.opencmas.journal.entry.NumberedEntries;
import org.opencmas.journal.entry.NumberedEntry;

/**
 * Finds the older versions in which an occurrence was recorded too: {@code order.issued.v1} right before {@code order.issued.v2}, in one
 * transaction. A consumer that reads only the older version may then pass over the newer one, which adds nothing for it.
 */
final class OlderVersions {

    private static final String FIRST_VERSION = ".v1";

    private @Nullable NumberedEntry last;
    private @Nullable String besideLast;

    /**
     * By position, the types that were recorded beside an entry and before it, separated by blanks; most have none.
     *
     * @param entries that follow each other
     */
    Map<Long, String> beside(Connection connection, List<NumberedEntry> entries) throws SQLException {
        Map<Long, String> found = new HashMap<>();
        for (NumberedEntry entry : entries) {
            String beside = beside(connection, entry);
            if (beside != null) {
                found.put(entry.position(), beside);
            }
            last = entry;
            besideLast = beside;
        }
        return found;
    }

    private @Nullable String beside(Connection connection, NumberedEntry entry) throws SQLException {
        if (entry.entry().eventType().endsWith(FIRST_VERSION)) {
            return null;
        }
        NumberedEntry before = last;
        String besideBefore = besideLast;
        if (before == null || before.position() != entry.position() - 1) {
            before = NumberedEntries.at(connection, entry.position() - 1);
            besideBefore = before == null || !isSame(before.entry(), entry.entry()) ? null : beside(connection, before);
        }
        if (before == null || !isSame(before.entry(), entry.entry())) {
            return null;
        }
        String type = before.entry().eventType();
        return besideBefore == null ? type : besideBefore + " " + type;
    }

    private static boolean isSame(JournalEntry older, JournalEntry newer) {
        return older.topic().equals(newer.topic())
                && older.aggregateId().equals(newer.aggregateId())
                && older.aggregateVersion() + 1 == newer.aggregateVersion()
                && older.occurredAt().equals(newer.occurredAt())
                && CloudEvents.name(older.eventType()).equals(CloudEvents.name(newer.eventType()));
    }
}
