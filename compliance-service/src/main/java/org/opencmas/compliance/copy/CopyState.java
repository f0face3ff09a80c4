package org.opencmas.compliance.copy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.opencmas.sql.Answer;
import org.opencmas.sql.RoundTrip;

/**
 * Where the copies stand when orders are about to be judged. It is read before them, so that what they then say is never older.
 *
 * @param version another one whenever an agency, a contractor, an agreement or a figure was changed: see {@link VersionedCache}
 * @param newsWaiting true while any news of agencies, contractors or agreements that arrived here could not be taken in
 * @param asOf by source, the position of its journal up to which the copies have followed it; sorted by source
 * @param newestNews by source, when the newest of its news that was taken in here happened; sorted by source
 */
public record CopyState(UUID version, boolean newsWaiting, Map<String, Long> asOf, Map<String, Instant> newestNews) {
    private static final String SELECT = """
            select version, followed_source.source, position, last_occurred_at,
                exists (select from parked_event
                    where state <> 'REPLAYED' and topic in ('cmas.agencies', 'cmas.contractors', 'cmas.agreements')) as news_waiting
              from copy_state
              left join (followed_source join handled_source on handled_source.source = followed_source.source) on true
            """;

    /** Asks for it, together with other things that were not asked before. */
    public static Answer<CopyState> ask(RoundTrip asked) {
        return Answer.ask(asked, SELECT, (select, first) -> first, CopyState::read);
    }

    private static CopyState read(ResultSet row) throws SQLException {
        if (!row.next()) {
            throw new IllegalStateException("copy_state has lost its one row");
        }
        UUID version = row.getObject("version", UUID.class);
        boolean newsWaiting = row.getBoolean("news_waiting");
        Map<String, Long> positions = new TreeMap<>();
        Map<String, Instant> newest = new TreeMap<>();
        do {
            String source = row.getString("source");
            if (source != null) {
                positions.put(source, row.getLong("position"));
                newest.put(
                        source,
                        row.getObject("last_occurred_at", OffsetDateTime.class).toInstant());
            }
        } while (row.next());
        return new CopyState(version, newsWaiting, positions, newest);
    }
}
