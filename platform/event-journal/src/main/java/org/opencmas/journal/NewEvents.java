package org.opencmas.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** Makes events whose payload is a record, written as the service writes JSON everywhere. */
@Singleton
public final class NewEvents {

    private final ObjectMapper json;

    public NewEvents(ObjectMapper json) {
        this.json = json;
    }

    /** An event; see {@link NewEvent} for what its parts may be. */
    public NewEvent of(String topic, String aggregateId, long aggregateVersion, String type, Object payload) {
        return new NewEvent(topic, aggregateId, aggregateVersion, type, write(payload));
    }

    private String write(Object payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a payload is made of records, and they are always JSON", e);
        }
    }
}
