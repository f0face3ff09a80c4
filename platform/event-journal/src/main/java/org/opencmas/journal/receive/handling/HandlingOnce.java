package org.opencmas.journal.receive.handling;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opencmas.journal.HandledEvents;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.broker.CloudEvents;
import org.opencmas.journal.broker.Delivery;
import org.opencmas.sql.Answer;
import org.opencmas.sql.Columns;
import org.opencmas.sql.RoundTrip;
import org.opencmas.sql.RowsStatement;

/**
 * Lets events take effect exactly once: the mark that an event was handled and its effect are one transaction, the caller's.
 */
public final class HandlingOnce {

    private static final Columns<Marked> MARKS = Columns.<Marked>of("event_id", "uuid", marked -> marked.event.id())
            .and("source", "text", marked -> marked.event.source())
            .and("position", "bigint", marked -> marked.event.position())
            .and("occurred_at", "timestamptz", marked -> marked.event.occurredAt())
            .and("topic", "text", marked -> marked.delivery.topic())
            .and("record_key", "text", marked -> marked.delivery.key())
            .and("handled_at", "timestamptz", Marked::handledAt);

    private static final RowsStatement<Marked> MARK_ALL =
            MARKS.statement("""
            with delivered as materialized (
                select * from %s
            ), marked as (
                insert into handled_event (event_id, handled_at, source, position)
                select event_id, handled_at, source, position from delivered
                where not exists (select from parked_event where state <> 'REPLAYED'
                    and (topic, record_key) in (select topic, record_key from delivered))
                and not\
            """ + " " + HandledEvents.longAgo("delivered") + """

                on conflict do nothing returning true
            )
            select require((select count(*) from marked) = (select count(*) from delivered),
                'events took effect before, or wait behind an earlier one of their key')
            """);

    private static final RowsStatement<Marked> MARK_ONE =
            MARKS.statement("""
            insert into handled_event (event_id, handled_at, source, position)
            select event_id, handled_at, source, position from %s where not\
            """ + " " + HandledEvents.longAgo("given") + " on conflict do nothing returning event_id");

    private final EventHandlers handlers;
    private final Clock clock;

    public HandlingOnce(EventHandlers handlers, Clock clock) {
        this.handlers = handlers;
        this.clock = clock;
    }

    private record Marked(Delivery delivery, ReceivedEvent event, Instant at) {
        /**
         * Never before the event was recorded, however far its source's clock is ahead of this one: an event that was recorded later than
         * all that a block of bits stands for is taken for another one.
         */
        Instant handledAt() {
            return at.isBefore(event.occurredAt()) ? event.occurredAt() : at;
        }
    }

    /**
     * What takes effect with the commit.
     *
     * @param events how many were new here
     * @param afterCommit what their handlers want to have run once that is committed
     * @param statements what is still to be sent before the commit, or with it
     */
    public record Applied(int events, List<Runnable> afterCommit, RoundTrip statements) {

        public static Applied nothing() {
            return new Applied(0, List.of(), new RoundTrip());
        }
    }

    /** Whether nobody here asked for the delivered event, whatever it says. */
    public boolean passesOver(Delivery delivery) {
        String type = CloudEvents.typeOf(delivery);
        boolean concernsNobody = !handlers.know(delivery.topic(), type)
                || handlers.isUnknownVersion(delivery.topic(), type)
                        && isToldBeside(delivery)
                        && !handlers.isCopied(delivery.topic());
        return delivery.headers().containsKey(CloudEvents.TYPE) && concernsNobody;
    }

    /** Whether somebody here reads this version, or nobody any version of the event. */
    public boolean knowsVersion(String topic, String type) {
        return !handlers.isUnknownVersion(topic, type);
    }

    /** Whether the same occurrence was told in a version that somebody here reads. */
    private boolean isToldBeside(Delivery delivery) {
        return Stream.of(delivery.headers().getOrDefault(CloudEvents.BESIDE, "").split(" "))
                .anyMatch(type -> handlers.reads(delivery.topic(), type));
    }

    /** Hands the delivered event to its handlers, unless it took effect here before, and sends what they wrote. */
    public Applied applyAlone(Connection connection, Delivery delivery) throws SQLException {
        ReceivedEvent event = CloudEvents.toEvent(delivery);
        List<ReceivedEvent> fresh = mark(connection, delivery, event) ? List.of(event) : List.of();
        Set<UUID> toldBeside = isToldBeside(delivery) ? Set.of(event.id()) : Set.of();
        Applied applied = apply(connection, fresh, toldBeside, new RoundTrip());
        applied.statements().send(connection);
        return applied;
    }

    private boolean mark(Connection connection, Delivery delivery, ReceivedEvent event) throws SQLException {
        RoundTrip alone = new RoundTrip();
        Marked marked = new Marked(delivery, event, clock.instant());
        Answer<Boolean> isNew = Answer.ask(alone, MARK_ONE, List.of(marked), ResultSet::next);
        alone.send(connection);
        return isNew.get();
    }

    /**
     * Hands the deliveries to their handlers, all of them being new here and none of their keys waiting. That it is so is found out
     * together with what the handlers ask first, so as not to ask twice; if it is not, that fails, or the commit does.
     *
     * @param progress what is noted with their effect
     */
    public Applied applyAll(Connection connection, List<Delivery> deliveries, Progress progress) throws SQLException {
        Instant now = clock.instant();
        List<Marked> marked = deliveries.stream()
                .map(delivery -> new Marked(delivery, CloudEvents.toEvent(delivery), now))
                .toList();
        List<ReceivedEvent> events = marked.stream().map(Marked::event).toList();
        RoundTrip statements = new RoundTrip();
        MARK_ALL.addTo(statements, marked);
        Set<UUID> toldBeside = marked.stream()
                .filter(one -> isToldBeside(one.delivery))
                .map(one -> one.event.id())
                .collect(Collectors.toSet());
        Applied applied = apply(connection, events, toldBeside, statements);
        progress.addTo(applied.statements());
        return applied;
    }

    private Applied apply(Connection connection, List<ReceivedEvent> fresh, Set<UUID> toldBeside, RoundTrip statements)
            throws SQLException {
        List<Runnable> afterCommit = new ArrayList<>();
        handlers.handle(connection, fresh, event -> toldBeside.contains(event.id()), statements, afterCommit::add);
        return new Applied(fresh.size(), afterCommit, statements);
    }

    /** Those that did not take effect here yet, each once. */
    public List<Delivery> newAmong(Connection connection, List<Delivery> deliveries) throws SQLException {
        Set<UUID> known = new HashSet<>(HandledEvents.among(
                connection, deliveries.stream().map(CloudEvents::toEvent).toList()));
        return deliveries.stream()
                .filter(delivery -> known.add(CloudEvents.toEvent(delivery).id()))
                .toList();
    }

    /** Whether the delivered event took effect here before; one that cannot be read did not. */
    public boolean isHandled(Connection connection, Delivery delivery) throws SQLException {
        try {
            return !HandledEvents.among(connection, List.of(CloudEvents.toEvent(delivery)))
                    .isEmpty();
        } catch (CloudEvents.UnreadableEvent e) {
            return false;
        }
    }
}
