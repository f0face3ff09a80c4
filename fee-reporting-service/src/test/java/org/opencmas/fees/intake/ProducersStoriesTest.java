package org.opencmas.fees.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.fees.Api;
import org.opencmas.fees.Deliveries;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "What the registry really sends of an agreement's status says which reports are expected, read in its own folder")
class ProducersStoriesTest {
    private static final Path STORIES = Path.of("../contract-registry-service/src/main/resources/events/stories");

    @Inject
    Deliveries deliveries;

    @Inject
    ObjectMapper json;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "terminated-under-a-later-supplement, 2026-Q1 2026-Q2 2026-Q3 2026-Q4",
        "terminated-for-a-past-day, 2026-Q1 2026-Q2 2026-Q3",
        "suspended-and-reactivated, 2026-Q1 2026-Q2 2026-Q3 2026-Q4 2027-Q1 2027-Q2 2027-Q3 2027-Q4 2028-Q1 2028-Q2 2028-Q3 2028-Q4"
    })
    void theReportsExpected(String story, String quarters) throws IOException {
        String number = Scene.newNumber();
        for (JsonNode told : json.readTree(STORIES.resolve(story + ".json").toFile())) {
            if (told.get("type").asText().startsWith("agreement.")) {
                String payload = told.get("payload").toString();
                String told26 = told.at("/payload/cmasNumber").asText();
                deliveries.deliverTogether(List.of(deliveries.event(
                        "cmas.agreements",
                        told.get("type").asText(),
                        number,
                        told.get("aggregateVersion").asLong(),
                        payload.replace(told26, number),
                        Scene.noonOf(told.get("occurredOn").asText()))));
            } else {
                deliveries.deliver(
                        "cmas.agreements",
                        told.get("type").asText(),
                        number,
                        told.get("aggregateVersion").asLong(),
                        "{}");
            }
        }
        List<String> expected = Api.analyst()
                .get("/v1/report-obligations?cmasNumber={number}", number)
                .then()
                .statusCode(200)
                .extract()
                .path("items.quarter");
        assertThat(expected).containsExactly(quarters.split(" "));
    }
}
