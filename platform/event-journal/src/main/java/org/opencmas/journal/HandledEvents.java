package org.opencmas.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.opencmas.sql.Answer;
import org.opencmas.sql.Columns;
import org.opencmas.sql.RoundTrip;
import org.opencmas.sql.RowsStatement;

/** Which events took effect in this service: a row for those of the last week, one bit for each that is older. */
public final class HandledEvents {

    /** A condition on a row {@code %1$s} with source, position and occurred_at: its event was handled so long ago that its row is gone. */
    private static final String LONG_AGO = """
            exists (select from handled_position as old where old.source = %1$s.source and old.block = %1$s.position / 8192
                and %1$s.occurred_at <= old.latest_handled_at and get_bit(old.handled, mod(%1$s.position, 8192)::int) = 1)\
            """;

    private static final RowsStatement<ReceivedEvent> SELECT_HANDLED = Columns.<ReceivedEvent>of(
                    "event_id", "uuid", ReceivedEvent::id)
            .and("source", "text", ReceivedEvent::source)
            .and("position", "bigint", ReceivedEvent::position)
            .and("occurred_at", "timestamptz", ReceivedEvent::occurredAt)
            .statement("""
                    select event_id from %s
                    where exists (select from handled_event as known where known.event_id = given.event_id) or
                    """ + longAgo("given"));

    private HandledEvents() {}

    /**
     * The condition, in SQL, that the event of a row was handled so long ago that no row of its own tells it.
     *
     * @param row the name of a row with the columns source, position and occurred_at
     */
    public static String longAgo(String row) {
        return LONG_AGO.formatted(row);
    }

    /** The ids of those that took effect here, as the connection's transaction sees it. */
    public static Set<UUID> among(Connection connection, Collection<ReceivedEvent> events) throws SQLException {
        RoundTrip question = new RoundTrip();
        Answer<Set<UUID>> answer = Answer.ask(question, SELECT_HANDLED, events, HandledEvents::read);
        question.send(connection);
        return answer.get();
    }

    private static Set<UUID> read(ResultSet rows) throws SQLException {
        Set<UUID> ids = new HashSet<>();
        while (rows.next()) {
            ids.add(rows.getObject(1, UUID.class));
        }
        return ids;
    }
}
