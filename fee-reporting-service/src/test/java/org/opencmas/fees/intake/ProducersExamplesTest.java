package org.opencmas.fees.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Deliveries;
import org.opencmas.journal.EventHandler;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "Every example that a producer gives of an event handled here is understood, read in the producer's own folder")
class ProducersExamplesTest {
    private static final List<Path> PRODUCERS = List.of(
            Path.of("../order-service/src/main/resources/events"),
            Path.of("../contract-registry-service/src/main/resources/events"));

    @Inject
    @All
    List<EventHandler> handlers;

    @Inject
    Deliveries deliveries;

    @Inject
    ObjectMapper json;

    @Test
    void examplesAreUnderstood() throws IOException {
        for (EventHandler handler : handlers) {
            String topic = handler.topics().iterator().next();
            for (String type : handler.types()) {
                List<Path> examples = examples(type);
                assertThat(examples).as(type).isNotEmpty();
                for (Path example : examples) {
                    deliver(topic, type, Files.readString(example));
                }
            }
        }
    }

    /** Each order's example gets an order of its own, since examples of one order need not fit together. */
    private void deliver(String topic, String type, String payload) throws IOException {
        JsonNode document = json.readTree(payload);
        String orderId = document.path("orderId").asText();
        String told = orderId.isEmpty()
                ? payload
                : payload.replace(orderId, UUID.randomUUID().toString());
        deliveries.deliver(topic, type, UUID.randomUUID(), 1, told);
    }

    private static List<Path> examples(String type) throws IOException {
        for (Path producer : PRODUCERS) {
            try (Stream<Path> files = Files.list(producer)) {
                List<Path> found = files.filter(
                                file -> file.getFileName().toString().startsWith(type + ".example-"))
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    @Test
    @DisplayName("an event that lacks what the fee depends on is refused, so it is parked and not taken for nothing")
    void aPoisonedPayloadIsRefused() {
        assertThatThrownBy(() -> deliveries.deliver("cmas.orders", "order.issued.v1", UUID.randomUUID(), 1, "{}"))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(
                        () -> deliveries.deliver("cmas.agencies", "agency.changed.v1", "x", 1, "{\"type\":\"TOWN\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("agency.changed.v1 cannot be read");
    }
}
