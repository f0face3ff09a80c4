package org.opencmas.fees.figure;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

/** With rates for orders of a day that no other test has. */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Who left the page of a reposting finds it again in a list, newest first")
class FeeRepostingListTest {
    /** @return the path of the reposting that the rate's activation began */
    private static String begun(String firstOrderDate) {
        String figure = given().auth()
                .oauth2(Tokens.person("proposer", "dgs-analyst"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("""
                        {"firstOrderDate":"%s","rate":"0.0125","source":"A notice","confidence":"CONFIRMED"}""".formatted(firstOrderDate))
                .post("/v1/fee-rates")
                .then()
                .statusCode(201)
                .extract()
                .path("figureId");
        return given().auth()
                .oauth2(Tokens.person("approver", "dgs-approver"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/fee-rates/{id}/activation", figure)
                .then()
                .statusCode(200)
                .extract()
                .path("reposting");
    }

    @Test
    void theNewestComeFirstPageByPage() {
        String first = begun("2195-01-01");
        String second = begun("2195-02-01");

        String next = Api.analyst()
                .get("/v1/fee-repostings?limit=1")
                .then()
                .statusCode(200)
                .body("items.repostingId", contains(id(second)))
                .body("items[0].figureId", notNullValue())
                .body("items[0].fromOrderDate", equalTo("2195-02-01"))
                .extract()
                .path("next");
        Api.analyst().get(next).then().statusCode(200).body("items.repostingId", contains(id(first)));
    }

    @Test
    void itIsForTheDepartmentAndItsAuditors() {
        given().get("/v1/fee-repostings").then().statusCode(401);
        for (String role : List.of("contractor", "agency-buyer", "compliance-reviewer")) {
            given().auth()
                    .oauth2(Tokens.of(role))
                    .get("/v1/fee-repostings")
                    .then()
                    .statusCode(403);
        }
        Api.analyst().get("/v1/fee-repostings?cursor=x").then().statusCode(400);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
