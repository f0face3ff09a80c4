package org.opencmas.fees.dashboard.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Who left the page of an export finds it again in a list, newest first")
class DashboardExportListTest {
    private static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.person(person, "dgs-analyst"));
    }

    private static String asked(String person) {
        return as(person)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("""
                        {"content":"FIGURES","format":"CSV","by":"quarter","from":"1993-Q1","through":"1993-Q1"}""")
                .post("/v1/dashboard-exports")
                .then()
                .statusCode(202)
                .extract()
                .path("exportId");
    }

    @Test
    @DisplayName("one's own page by page, and everybody's")
    void ownAndAll() {
        String one = "lister-" + UUID.randomUUID();
        String other = "lister-" + UUID.randomUUID();
        String first = asked(one);
        String second = asked(one);
        String ofOther = asked(other);

        String next = as(one).get("/v1/dashboard-exports?mine=true&limit=1")
                .then()
                .statusCode(200)
                .body("items.exportId", contains(second))
                .body("items[0].state", notNullValue())
                .body("next", notNullValue())
                .extract()
                .path("next");
        as(one).get(next)
                .then()
                .statusCode(200)
                .body("items.exportId", contains(first))
                .body("next", nullValue());
        as(one).get("/v1/dashboard-exports?mine=true")
                .then()
                .body("items.exportId", contains(second, first))
                .body("items.requestedBy", everyItem(equalTo(one)));

        List<String> all = as(one).get("/v1/dashboard-exports?limit=200")
                .then()
                .statusCode(200)
                .body("items.exportId", hasItems(first, second, ofOther))
                .extract()
                .path("items.exportId");
        assertThat(all).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void itIsForThoseWhoMayAskForOne() {
        given().get("/v1/dashboard-exports").then().statusCode(401);
        for (String role : List.of("contractor", "agency-buyer", "exemption-reviewer")) {
            given().auth()
                    .oauth2(Tokens.of(role))
                    .get("/v1/dashboard-exports")
                    .then()
                    .statusCode(403);
        }
        as("anybody").get("/v1/dashboard-exports?limit=0").then().statusCode(400);
        as("anybody").get("/v1/dashboard-exports?cursor=x").then().statusCode(400);
    }
}
