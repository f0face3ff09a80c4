package org.opencmas.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.testkit.event.CloudEvent;

/** A story of the contract registry: the events that it really sends, as its own test has written them. */
public record RegistryStory(String cmas, UUID contractor, List<CloudEvent> events) {
    private static final Path STORIES = Path.of("../contract-registry-service/src/main/resources/events/stories");

    public static RegistryStory of(String name) {
        try {
            List<CloudEvent> events = new ArrayList<>();
            JsonNode told = new ObjectMapper().readTree(Files.readString(STORIES.resolve(name + ".json")));
            for (JsonNode event : told) {
                events.add(event(event));
            }
            JsonNode registered = told.get(0).get("payload");
            return new RegistryStory(
                    registered.get("cmasNumber").asText(),
                    UUID.fromString(registered.get("contractorId").asText()),
                    events);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static CloudEvent event(JsonNode event) {
        JsonNode payload = event.get("payload");
        long version = event.get("aggregateVersion").asLong();
        Instant noon = LocalDate.parse(event.get("occurredOn").asText())
                .atTime(LocalTime.NOON)
                .atZone(ProgramCalendar.ZONE)
                .toInstant();
        return new CloudEvent(
                UUID.randomUUID(),
                "/contract-registry-service",
                event.get("type").asText(),
                payload.get("cmasNumber").asText(),
                version,
                version,
                noon,
                payload.toString());
    }
}
