package org.opencmas.journal.receive.handling;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opencmas.journal.EventBatch;
import org.opencmas.journal.EventHandler;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.broker.CloudEvents;
import org.opencmas.journal.copy.VersionedCopy;
import org.opencmas.sql.RoundTrip;

/** The handlers of a service, by topic and type. */
public final class EventHandlers {

    private final List<EventHandler> handlers;
    private final Set<String> topics;

    public EventHandlers(List<EventHandler> handlers) {
        this.handlers = List.copyOf(handlers);
        this.topics =
                handlers.stream().flatMap(handler -> handler.topics().stream()).collect(Collectors.toSet());
        topics.forEach(this::requireOneCopy);
    }

    /** Two copies of a topic would each take the other's versions for repeats of its own. */
    private void requireOneCopy(String topic) {
        if (on(topic).filter(VersionedCopy.class::isInstance).count() > 1) {
            throw new IllegalStateException("more than one copy is kept of the topic " + topic);
        }
    }

    /** All topics that somebody follows. */
    public Set<String> topics() {
        return topics;
    }

    /** Whether events of this type concern somebody: by their name, be it in another version, or because every event of the topic counts. */
    boolean know(String topic, String type) {
        return on(topic).anyMatch(handler -> handler instanceof VersionedCopy || knowsName(handler, type));
    }

    private Stream<EventHandler> on(String topic) {
        return handlers.stream().filter(handler -> handler.topics().contains(topic));
    }

    /** Whether somebody knows the event by its name, and nobody in this version. */
    boolean isUnknownVersion(String topic, String type) {
        return !reads(topic, type) && on(topic).anyMatch(handler -> knowsName(handler, type));
    }

    /** Whether somebody reads events of exactly this type. */
    boolean reads(String topic, String type) {
        return on(topic).anyMatch(handler -> handler.types().contains(type));
    }

    /** Whether every event of the topic counts, read or not. */
    boolean isCopied(String topic) {
        return on(topic).anyMatch(VersionedCopy.class::isInstance);
    }

    private static boolean knowsName(EventHandler handler, String type) {
        return handler.types().stream()
                .anyMatch(known -> CloudEvents.name(known).equals(CloudEvents.name(type)));
    }

    /**
     * Hands the events, in their order, to their handlers: as many at a time as follow each other and concern the
     * same handlers.
     *
     * @param statements of the transaction that are not sent yet; afterwards those that are still to be sent before the commit
     * @param afterCommit takes what the handlers want to have run after the commit
     * @throws UnknownVersion when an event's name is known only in another version; the transaction must not be committed then
     */
    public void handle(
            Connection connection, List<ReceivedEvent> events, RoundTrip statements, Consumer<Runnable> afterCommit)
            throws SQLException {
        handle(connection, events, event -> false, statements, afterCommit);
    }

    /**
     * The same where some of the events were told in another version too.
     *
     * @param toldBeside whether somebody here reads another version of the same occurrence, so that not to know this one misses nothing
     */
    public void handle(
            Connection connection,
            List<ReceivedEvent> events,
            Predicate<ReceivedEvent> toldBeside,
            RoundTrip statements,
            Consumer<Runnable> afterCommit)
            throws SQLException {
        boolean isFirst = true;
        int first = 0;
        while (first < events.size()) {
            List<EventHandler> concerned = concernedWith(events.get(first), toldBeside);
            int end = first + 1;
            while (end < events.size()
                    && concernedWith(events.get(end), toldBeside).equals(concerned)) {
                end++;
            }
            for (EventHandler handler : concerned) {
                if (!isFirst) {
                    // The next handler may read what was written before.
                    statements.send(connection);
                }
                isFirst = false;
                handler.handle(new EventBatch(connection, events.subList(first, end), statements, afterCommit));
            }
            first = end;
        }
    }

    private List<EventHandler> concernedWith(ReceivedEvent event, Predicate<ReceivedEvent> toldBeside) {
        if (isUnknownVersion(event.topic(), event.type()) && !toldBeside.test(event)) {
            throw new UnknownVersion(event.type());
        }
        return on(event.topic())
                .filter(handler ->
                        handler instanceof VersionedCopy || handler.types().contains(event.type()))
                .toList();
    }

    /** A version of a known event that this service cannot read yet. */
    public static final class UnknownVersion extends RuntimeException {

        UnknownVersion(String type) {
            super("no handler for this version: " + type);
        }
    }
}
