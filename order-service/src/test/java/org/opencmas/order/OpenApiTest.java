package org.opencmas.order;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.CommittedDocument;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.openapi.OpenApiLint;

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
    void theDocumentTellsAClientAllItNeeds() {
        OpenApiLint.assertClean(Path.of("openapi.yaml"));
    }
}
