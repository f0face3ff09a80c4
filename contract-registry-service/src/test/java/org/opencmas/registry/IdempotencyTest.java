package org.opencmas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@DisplayName("A request sent twice acts once")
class IdempotencyTest {
    private static final String LIST = "item_id,description,unit,price\nA,Turf,each,1.00\n";

    private static Response post(String key, String path, String type, String body) {
        return io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.of("dgs-analyst"))
                .header("Idempotency-Key", key)
                .contentType(type)
                .body(body)
                .post(path);
    }

    @Test
    void theSameKeyAndBodyAnswersTheStoredAnswerAndAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        String json = ContentType.JSON.toString();
        Response first = post(key, "/v1/contractors", json, "{\"legalName\": \"Twice Told\"}");
        Response second = post(key, "/v1/contractors", json, "{\"legalName\": \"Twice Told\"}");
        first.then().statusCode(201);
        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(second.<String>path("contractorId")).isEqualTo(first.path("contractorId"));
        post(key, "/v1/contractors", json, "{\"legalName\": \"Another\"}")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void anImportSentAgainIsAnsweredAsBeforeWithTheSameKeyAndWithAnother() {
        String path = "/v1/price-list-imports?agreement=" + Registry.agreement("Twice Imported");
        String key = UUID.randomUUID().toString();
        Response first = post(key, path, "text/csv; charset=utf-8", LIST);
        first.then().statusCode(201);
        post(key, path, "text/csv; charset=utf-8", LIST)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.path("id")));
        post(UUID.randomUUID().toString(), path, "text/csv; charset=utf-8", LIST)
                .then()
                .statusCode(200)
                .body("id", equalTo(first.path("id")));
        post(key, path, "text/csv; charset=utf-8", LIST + "B,Other,each,2.00\n")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        post(UUID.randomUUID().toString(), path, "text/csv; charset=utf-8", LIST + "B,Other,each,2.00\n")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/price-list-exists"));
    }
}
