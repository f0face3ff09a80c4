package org.opencmas.fees.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.opencmas.journal.ReceivedEvent;

/** Reads the fields that a handler asks for out of an event; what else is in it does not matter. */
@ApplicationScoped
class Payloads {
    private final ObjectMapper json;

    Payloads(ObjectMapper json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException when the payload is not what its type promises; the event is parked then */
    <T> T read(ReceivedEvent event, Class<T> type) {
        try {
            return json.readValue(event.payload(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(event.type() + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
