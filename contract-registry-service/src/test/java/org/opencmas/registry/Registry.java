package org.opencmas.registry;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.opencmas.testkit.Tokens;

/** The registry as an analyst's client sees it. */
public final class Registry {
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);
    private static final String ANALYST = Tokens.of("dgs-analyst");

    private Registry() {}

    /** A number no other test uses. */
    public static String freshNumber() {
        return "4-26-01-" + NUMBERS.incrementAndGet();
    }

    public static RequestSpecification analyst() {
        return given().auth().oauth2(ANALYST).header("Idempotency-Key", UUID.randomUUID());
    }

    public static Response post(String path, String body) {
        return analyst().contentType(ContentType.JSON).body(body).post(path);
    }

    /** @return the id of the contractor of that name, which is registered if there is none */
    public static String contractor(String legalName) {
        return contractorOf("{\"legalName\": \"%s\"}".formatted(legalName));
    }

    /** The same of a contractor with more than a name. */
    public static String contractorOf(String body) {
        Response answer = post("/v1/contractors", body);
        if (answer.statusCode() == 409) {
            return answer.<String>path("location").replace("/v1/contractors/", "");
        }
        return answer.then().statusCode(201).extract().path("contractorId");
    }

    public static String agreementBody(String number, String contractorId) {
        return """
                {"cmasNumber": "%s", "contractorId": "%s", "termStart": "2026-01-01", "termEnd": "2028-12-31",
                 "forUseBy": "STATE_AND_LOCAL", "nspProvision": true, "acceptsCalCard": true, "stateOrderLimit": "250000.00",
                 "productCodes": ["72141500"], "categories": ["OTHER_GOODS"],
                 "listedCertifications": [{"type": "SB", "number": "1234567", "validThrough": "2027-05-31"}],
                 "baseContract": {"number": "GS-07F-0001X", "type": "GSA", "holder": "Base Holder Inc.",
                                  "termStart": "2020-01-01", "termEnd": "2030-12-31"}}
                """.formatted(number, contractorId);
    }

    /** @return its canonical number */
    public static String agreement(String contractorName) {
        return post("/v1/agreements", agreementBody(freshNumber(), contractor(contractorName)))
                .then()
                .statusCode(201)
                .extract()
                .path("cmasNumber");
    }

    public static Response importList(String agreement, int supplement, byte[] file) {
        return analyst()
                .contentType("text/csv; charset=utf-8")
                .queryParam("agreement", agreement)
                .queryParam("supplement", supplement)
                .body(file)
                .post("/v1/price-list-imports");
    }

    public static Response importList(String agreement, int supplement, String file) {
        return importList(agreement, supplement, file.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public static String etag(String agreement) {
        return given().get("/v1/agreements/" + agreement).header("ETag");
    }
}
