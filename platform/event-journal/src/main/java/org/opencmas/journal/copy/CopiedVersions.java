package org.opencmas.journal.copy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.EventBatch;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.sql.Columns;
import org.opencmas.sql.RowsStatement;

/** What is known of the versions of the aggregates that a batch tells of. Read with the batch's marks, written with its end. */
final class CopiedVersions {

    private static final RowsStatement<Aggregate> SELECT = Columns.<Aggregate>of("topic", "text", Aggregate::topic)
            .and("aggregate_id", "text", Aggregate::id)
            .statement("""
                    select topic, aggregate_id, version, event_id, counted_from from copied_aggregate
                    where (topic, aggregate_id) in (select topic, aggregate_id from %s)
                    """);

    private static final RowsStatement<Map.Entry<Aggregate, Known>> UPSERT = Columns.<Map.Entry<Aggregate, Known>>of(
                    "topic", "text", row -> row.getKey().topic())
            .and("aggregate_id", "text", row -> row.getKey().id())
            .and("version", "bigint", row -> row.getValue().version())
            .and("event_id", "uuid", row -> row.getValue().eventId())
            .and("counted_from", "bigint", row -> row.getValue().countedFrom())
            .statement("""
                    insert into copied_aggregate (topic, aggregate_id, version, event_id, counted_from)
                    select topic, aggregate_id, version, event_id, counted_from from %s order by topic, aggregate_id
                    on conflict (topic, aggregate_id) do update set version = excluded.version, event_id = excluded.event_id,
                        counted_from = excluded.counted_from
                    """);

    private final Map<Aggregate, Known> known = new HashMap<>();
    private final Map<Aggregate, Known> changed = new TreeMap<>();

    private CopiedVersions() {}

    private record Aggregate(String topic, String id) implements Comparable<Aggregate> {

        static Aggregate of(ReceivedEvent event) {
            return new Aggregate(event.topic(), event.aggregateId());
        }

        @Override
        public int compareTo(Aggregate other) {
            int byTopic = topic.compareTo(other.topic);
            return byTopic == 0 ? id.compareTo(other.id) : byTopic;
        }
    }

    /**
     * The latest that is known of an aggregate.
     *
     * @param eventId which told this version; null where that was not noted
     * @param countedFrom the first version since which none was missed
     */
    private record Known(long version, @Nullable UUID eventId, long countedFrom) {}

    static CopiedVersions read(EventBatch batch) throws SQLException {
        CopiedVersions versions = new CopiedVersions();
        Collection<Aggregate> aggregates =
                batch.events().stream().map(Aggregate::of).distinct().toList();
        SELECT.addTo(batch.statements(), aggregates, versions::read);
        batch.send();
        return versions;
    }

    private void read(ResultSet row) throws SQLException {
        while (row.next()) {
            known.put(
                    new Aggregate(row.getString(1), row.getString(2)),
                    new Known(row.getLong(3), row.getObject(4, UUID.class), row.getLong(5)));
        }
    }

    /**
     * Whether the event tells the next version, which is the known one from then on; false for a repeat.
     *
     * @throws VersionedCopy.OutOfStep when the event does not continue what is known
     */
    boolean advanceTo(ReceivedEvent event) {
        Aggregate aggregate = Aggregate.of(event);
        Known last = known.get(aggregate);
        long version = event.aggregateVersion();
        if (last == null) {
            requireNoGap(event, 0);
            advance(aggregate, new Known(version, event.id(), version));
            return true;
        }
        if (version < last.countedFrom || event.id().equals(last.eventId)) {
            return false;
        }
        if (version <= last.version) {
            throw new VersionedCopy.OutOfStep(
                    "%s of %s told version %d, and version %d is known already, by the event %s: its owner lost what it had sent"
                            .formatted(event.type(), event.aggregateId(), version, last.version, last.eventId));
        }
        if (last.eventId == null) {
            advance(aggregate, new Known(version, event.id(), version));
        } else {
            requireNoGap(event, last.version);
            advance(aggregate, new Known(version, event.id(), last.countedFrom));
        }
        return true;
    }

    private void advance(Aggregate aggregate, Known now) {
        known.put(aggregate, now);
        changed.put(aggregate, now);
    }

    private static void requireNoGap(ReceivedEvent event, long lastVersion) {
        if (event.aggregateVersion() != lastVersion + 1) {
            throw new VersionedCopy.OutOfStep(
                    "%s of %s told version %d, and version %d is the last that came: what lies between is missing here"
                            .formatted(event.type(), event.aggregateId(), event.aggregateVersion(), lastVersion));
        }
    }

    void write(EventBatch batch) {
        if (!changed.isEmpty()) {
            UPSERT.addTo(batch.statements(), List.copyOf(changed.entrySet()));
        }
    }
}
