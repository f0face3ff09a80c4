package org.opencmas.fees;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.Tokens;

/** The service over HTTP, as its callers see it. */
public final class Api {
    private Api() {}

    public static RequestSpecification analyst() {
        return given().auth().oauth2(Tokens.of("dgs-analyst"));
    }

    public static RequestSpecification contractor(UUID contractorId) {
        return given().auth().oauth2(Tokens.contractor(contractorId));
    }

    public static ValidatableResponse report(String number, String quarter) {
        return analyst()
                .get("/v1/quarterly-reports/{number}/{quarter}", number, quarter)
                .then();
    }

    /** Files the report as it stands now. */
    public static ValidatableResponse file(UUID contractorId, String number, String quarter) {
        String etag = report(number, quarter).statusCode(200).extract().header("ETag");
        return file(contractorId, number, quarter, etag, "{}");
    }

    public static ValidatableResponse file(UUID contractorId, String number, String quarter, String etag, String body) {
        return contractor(contractorId)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .contentType("application/json")
                .body(body)
                .post("/v1/quarterly-reports/{number}/{quarter}/submission", number, quarter)
                .then();
    }

    /** What a new proof of the books finds. */
    public static ValidatableResponse proof() {
        String proof = analyst()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/ledger-proofs")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        Eventually.within(
                Eventually.PATIENCE,
                () -> analyst().get(proof).then().statusCode(200).body("state", equalTo("FINISHED")));
        return analyst().get("/v1/ledger-proof").then().statusCode(200);
    }
}
