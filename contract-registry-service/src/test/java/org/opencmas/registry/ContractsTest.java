package org.opencmas.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.CommittedDocument;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.openapi.OpenApiLint;

@QuarkusTest
@DisplayName("What the registry promises to others is written down and true")
class ContractsTest {
    private static final Path EVENTS = Path.of("src/main/resources/events");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Test
    void theCommittedOpenapiDocumentIsWhatTheServiceAnswers() {
        CommittedDocument.assertEquals(
                Path.of("openapi.yaml"), given().get("/q/openapi").asString());
    }

    @Test
    void theOpenApiDocumentTellsAClientAllItNeeds() {
        OpenApiLint.assertClean(Path.of("openapi.yaml"));
    }

    @Test
    void everyExampleOfAnEventIsValidAndEverySchemaHasOne() {
        assertThat(JsonSchemas.assertExamplesValid(EVENTS)).isNotEmpty();
    }

    @Test
    void theAsyncapiDocumentNamesEveryEventAndItsSchema() throws IOException {
        JsonNode document = YAML.readTree(Files.readString(Path.of("asyncapi.yaml")));
        assertThat(document.path("asyncapi").asText()).startsWith("3.");
        Set<String> titles = new TreeSet<>();
        document.at("/components/messages").fields().forEachRemaining(entry -> {
            JsonNode message = entry.getValue();
            if (message.at("/payload/schema/$ref").asText().startsWith("src/")) {
                titles.add(message.path("title").asText());
            }
            assertThat(message.path("name").asText())
                    .isEqualTo("org.opencmas." + message.path("title").asText());
            assertThat(Path.of(message.at("/payload/schema/$ref").asText())).exists();
        });
        try (Stream<Path> files = Files.list(EVENTS)) {
            Set<String> schemas = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.replace(".schema.json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(titles).isEqualTo(schemas);
        }
        for (String pointer : document.findValuesAsText("$ref")) {
            if (pointer.startsWith("#")) {
                assertThat(document.at(pointer.substring(1)).isMissingNode())
                        .as(pointer)
                        .isFalse();
            }
        }
    }
}
