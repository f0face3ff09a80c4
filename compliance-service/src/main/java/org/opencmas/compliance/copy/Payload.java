package org.opencmas.compliance.copy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.opencmas.journal.ReceivedEvent;

/** Reads the payload of an event; a consumer knows only the fields it needs. */
final class Payload {
    private Payload() {}

    /** @throws IllegalArgumentException when the payload is not what its type promises, so that the event is parked */
    static <T> T read(ObjectMapper json, ReceivedEvent event, Class<T> type) {
        try {
            return json.readValue(event.payload(), type);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(event.type() + " " + event.id() + " cannot be read", wrong);
        }
    }

    static String text(ObjectMapper json, Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record of plain values is always writable", impossible);
        }
    }
}
