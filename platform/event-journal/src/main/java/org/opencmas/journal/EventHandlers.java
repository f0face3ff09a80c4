package org.opencmas.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The handlers of a service, by topic and type. */
final class EventHandlers {

    private static final Logger LOG = Logger.getLogger(EventHandlers.class);

    private final List<EventHandler> handlers;
    private final Set<String> topics;

    EventHandlers(List<EventHandler> handlers) {
        this.handlers = List.copyOf(handlers);
        this.topics =
                handlers.stream().flatMap(handler -> handler.topics().stream()).collect(Collectors.toSet());
    }

    /** All topics that somebody follows. */
    Set<String> topics() {
        return topics;
    }

    /** Hands the event to those who asked for it; throws {@link UnknownVersion} when they know its name only in another version. */
    void handle(Connection connection, ReceivedEvent event) throws SQLException {
        Set<String> knownTypes = new HashSet<>();
        boolean handled = false;
        for (EventHandler handler : handlers) {
            if (handler.topics().contains(event.topic())) {
                knownTypes.addAll(handler.types());
                if (handler.types().contains(event.type())) {
                    handler.handle(connection, event);
                    handled = true;
                }
            }
        }
        if (!handled && knownTypes.stream().anyMatch(type -> name(type).equals(name(event.type())))) {
            throw new UnknownVersion(event.type());
        }
    }

    /** Tells the handlers that the events' effects are committed. */
    void handled(List<ReceivedEvent> events) {
        for (ReceivedEvent event : events) {
            for (EventHandler handler : handlers) {
                if (handler.topics().contains(event.topic()) && handler.types().contains(event.type())) {
                    tell(handler, event);
                }
            }
        }
    }

    private static void tell(EventHandler handler, ReceivedEvent event) {
        try {
            handler.handled(event);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Event %s took effect, but what should follow its commit failed.", event.id());
        }
    }

    /** A type without its version: {@code order.issued} of {@code order.issued.v1}. */
    private static String name(String type) {
        int version = type.lastIndexOf(".v");
        return version < 0 ? type : type.substring(0, version);
    }

    /** A version of a known event that this service cannot read yet. */
    static final class UnknownVersion extends RuntimeException {

        UnknownVersion(String type) {
            super("no handler for this version: " + type);
        }
    }
}
