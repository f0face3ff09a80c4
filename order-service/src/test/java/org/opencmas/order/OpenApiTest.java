package org.opencmas.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.CommittedDocument;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
class OpenApiTest {
    @Test
    void theCommittedDocumentIsTheRunningOne() {
        String running =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        CommittedDocument.assertEquals(Path.of("openapi.yaml"), running);
    }

    @Test
    void everyOperationHasANameASummaryAndItsScope() {
        Map<String, Map<String, Object>> paths =
                given().get("/q/openapi?format=json").then().extract().path("paths");
        paths.forEach((path, item) -> item.forEach((method, operation) -> {
            if (path.startsWith("/v1/orders") || path.startsWith("/v1/agencies")) {
                assertThat(operation).as(method + " " + path).isInstanceOf(Map.class);
                Map<?, ?> told = (Map<?, ?>) operation;
                assertThat(told.get("operationId")).as(method + " " + path).isNotNull();
                assertThat(told.get("summary")).as(method + " " + path).isNotNull();
                assertThat(String.valueOf(told.get("description")))
                        .as(method + " " + path)
                        .contains("Scope:");
            }
        }));
    }
}
