package org.opencmas.fees;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.journal.EventHandler;
import org.opencmas.testkit.CommittedDocument;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.openapi.OpenApiLint;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
class ContractDocumentsTest {
    private static final Path ASYNCAPI = Path.of("asyncapi.yaml");

    @Inject
    @All
    List<EventHandler> handlers;

    @Test
    @DisplayName("openapi.yaml says what the running service says")
    void theOpenApiDocumentSaysWhatTheServiceSays() {
        String actual = given().get("/q/openapi?format=yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        CommittedDocument.assertEquals(Path.of("openapi.yaml"), actual);
    }

    @Test
    @DisplayName("openapi.yaml tells a client all it needs")
    void lint() {
        OpenApiLint.assertClean(Path.of("openapi.yaml"));
    }

    @Test
    @DisplayName("asyncapi.yaml receives exactly the events that are handled")
    void theAsyncapiDocumentReceivesTheHandledEvents() throws IOException {
        Set<String> handled = new TreeSet<>();
        for (EventHandler handler : handlers) {
            for (String topic : handler.topics()) {
                handler.types().forEach(type -> handled.add(topic + " " + type));
            }
        }
        assertThat(messages("receive")).isEqualTo(handled);
    }

    @Test
    @DisplayName("asyncapi.yaml sends exactly the events that have a schema here, and every file it names exists")
    void theAsyncapiDocumentSendsTheEventsWithASchema() throws IOException {
        Set<String> schemas = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/events"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .forEach(name -> schemas.add(name.replace(".schema.json", "")));
        }
        Set<String> sent = new TreeSet<>();
        messages("send").forEach(message -> sent.add(message.split(" ")[1]));
        assertThat(sent).isEqualTo(schemas);
        for (JsonNode reference : document().findValues("$ref")) {
            if (!reference.asText().startsWith("#")) {
                assertThat(Path.of(reference.asText())).exists();
            } else {
                assertThat(document().at(reference.asText().substring(1)).isMissingNode())
                        .as(reference.asText())
                        .isFalse();
            }
        }
    }

    private static JsonNode document() throws IOException {
        return new YAMLMapper().readTree(ASYNCAPI.toFile());
    }

    /** Topic and name of every message that operations of that action move. */
    private static Set<String> messages(String action) throws IOException {
        JsonNode document = document();
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        Set<String> messages = new TreeSet<>();
        for (JsonNode operation : document.path("operations")) {
            if (operation.path("action").asText().equals(action)) {
                JsonNode channel =
                        document.at(operation.at("/channel/$ref").asText().substring(1));
                for (JsonNode message : operation.path("messages")) {
                    JsonNode inChannel =
                            document.at(message.path("$ref").asText().substring(1));
                    JsonNode defined =
                            document.at(inChannel.path("$ref").asText().substring(1));
                    messages.add(channel.path("address").asText() + " "
                            + defined.path("name").asText());
                }
            }
        }
        return messages;
    }
}
