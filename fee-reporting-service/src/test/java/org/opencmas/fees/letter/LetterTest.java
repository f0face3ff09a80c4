package org.opencmas.fees.letter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("RPT-SUBMITTED: letters are merged from the work queue and kept in a log")
class LetterTest {
    @Inject
    Scene scene;

    private static ValidatableResponse make(String kind, UUID contractor, String body) {
        return given().auth()
                .oauth2(Tokens.of("dgs-analyst"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("""
                        {"kind":"%s","contractorId":"%s","subject":"{{items}} things","body":"%s"}""".formatted(kind, contractor, body))
                .post("/v1/letter-runs")
                .then();
    }

    private static ValidatableResponse letters(ValidatableResponse made) {
        String runId =
                made.statusCode(201).body("letters", equalTo(1)).extract().path("runId");
        Api.analyst().get("/v1/letter-runs/" + runId).then().statusCode(200).body("runId", equalTo(runId));
        return Api.analyst().get("/v1/letter-runs/" + runId + "/letters").then().statusCode(200);
    }

    @Test
    void oneLetterTellsAllThatConcernsTheContractor() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-04-01", "2026-12-31");
        scene.order(scene.agency("CITY"), number, "2026-04-03").issued("1000.00");
        String body = "{{contractorName}} on {{day}}: {{list}}";
        letters(make("OVERDUE_REPORTS", contractor, body))
                .body("items.subject", contains("2 things"))
                .body("items.oldestOn", contains("2026-07-15"))
                .body("items[0].body", containsString("Example Roofing, Inc. on 2026-11-21: Report of CMAS " + number))
                .body("items[0].listed", containsString("2026-Q3, due on 2026-10-15"));
        Api.file(contractor, number, "2026-Q2").statusCode(201);
        Api.file(contractor, number, "2026-Q3").statusCode(201);
        make("OVERDUE_REPORTS", contractor, body).statusCode(422).body("type", containsString("nobody-to-write-to"));
        letters(make("UNPAID_FEES", contractor, body)).body("items.amount", contains("12.50"));
        letters(make("EXPIRING", contractor, body)).body("items[0].listed", containsString("ends on 2026-12-31"));
        make("REMINDER", contractor, body).statusCode(422);
        make("INCOMPLETE_REPORTS", contractor, body).statusCode(422);
        Api.contractor(contractor).get("/v1/letter-runs").then().statusCode(403);
    }

    @Test
    @DisplayName("a subject is one line: what stands below it in a mail would be read as its head")
    void aSubjectIsOneLine() {
        given().auth()
                .oauth2(Tokens.of("dgs-analyst"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("""
                        {"kind":"REMINDER","subject":"Reports\\nBcc: somebody","body":"{{list}}"}""")
                .post("/v1/letter-runs")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/subject"));
    }

    @Test
    void aFieldThatNoLetterHasIsRefused() {
        make("REMINDER", UUID.randomUUID(), "{{name}}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/body"))
                .body("errors[0].detail", containsString("{{name}}"));
    }

    @Test
    @DisplayName("what is put in is text: neither a dollar sign nor a field in it is read")
    void whatIsPutInIsNotReadAgain() {
        assertThat(MergeFields.merged(
                        "{{contractorName}} {{day}} {{}}",
                        Map.of("contractorName", "$1 {{day}} \\", "day", "2026-11-21")))
                .isEqualTo("$1 {{day}} \\ 2026-11-21 {{}}");
        assertThat(MergeFields.unknown("{{day}} {{b}} {{a}} {c}")).containsExactly("a", "b");
    }
}
