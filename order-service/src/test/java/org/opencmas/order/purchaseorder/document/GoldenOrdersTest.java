package org.opencmas.order.purchaseorder.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencmas.order.purchaseorder.Decision;
import org.opencmas.order.purchaseorder.history.ActDetails;
import org.opencmas.order.purchaseorder.history.Finding;
import org.opencmas.testkit.event.JsonSchemas;

@DisplayName("Every order that was ever stored or published is read without a loss")
class GoldenOrdersTest {
    private static final Path EVENTS = Path.of("src/main/resources/events");

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.opencmas.order.purchaseorder.document.GoldenOrder#all")
    void aStoredDocumentIsReadAndWrittenAgainAsItIs(GoldenOrder golden) {
        golden.versions().map(version -> version.get("document")).forEach(document -> {
            OrderDocument read = OrderJson.read(document.toString(), OrderDocument.class);
            assertThat((JsonNode) OrderJson.tree(read)).isEqualTo(document);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.opencmas.order.purchaseorder.document.GoldenOrder#all")
    void aStoredDecisionIsReadWithItsFindings(GoldenOrder golden) {
        golden.versions().filter(version -> version.has("decision")).forEach(version -> {
            Decision read = OrderJson.read(version.get("decision").toString(), Decision.class);
            assertThat((JsonNode) OrderJson.tree(read)).isEqualTo(version.get("decision"));
            assertThat(Finding.all(read.findings()))
                    .extracting(Finding::ruleId)
                    .containsExactlyElementsOf(
                            version.get("decision").get("findings").findValuesAsText("ruleId"));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.opencmas.order.purchaseorder.document.GoldenOrder#all")
    void whatWasSaidAtAnActIsReadByItsKind(GoldenOrder golden) {
        golden.acts().forEach(act -> {
            ActDetails read = ActDetails.read(act.get("act").asText(), act.get("details"));
            if (act.get("details").isEmpty()) {
                assertThat(read).isNull();
            } else {
                JsonNode written = OrderJson.tree(read);
                act.get("details")
                        .fieldNames()
                        .forEachRemaining(field -> assertThat(written.has(field))
                                .as("%s of %s", field, act)
                                .isTrue());
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.opencmas.order.purchaseorder.document.GoldenOrder#all")
    void aPublishedEventStillFitsItsSchema(GoldenOrder golden) {
        golden.events()
                .forEach(event -> JsonSchemas.assertValid(
                        EVENTS.resolve(event.get("type").asText() + ".schema.json"),
                        event.get("payload").toString()));
    }
}
