package org.opencmas.compliance.exemption;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import javax.sql.DataSource;
import org.opencmas.compliance.News;
import org.opencmas.testkit.Tokens;

/** How an exemption is asked for and decided, over HTTP. */
abstract class DeterminationSteps {
    static final String PATH = "/v1/exemption-determinations";
    static final Path EVENTS = Path.of("src/main/resources/events");
    static final String NEED_NOT_MET = """
            {"agencyClass": "STATE", "informationTechnology": true,
             "procurement": {"description": "12 ruggedized laptops", "businessNeed": "Field work in rain and dust",
                             "estimatedAmount": "48000.00", "procuredOn": "2026-03-02"},
             "search": {"searchedOn": "2026-03-02", "searchedBy": "A. Buyer", "scope": "All statewide contracts for laptops",
                        "found": [{"number": "EXAMPLE-LAPTOPS-1", "mandatory": true, "mandatoryFrom": "2025-07-01",
                                   "mandatoryThrough": "2027-06-30", "meetsNeed": false,
                                   "unmetNeed": "Protected against rain and dust",
                                   "justification": "No model on the agreement is protected.",
                                   "userInstructionSteps": ["Tell the contract administrator of DGS."]}]}}
            """;
    static final String NO_MANDATORY_AGREEMENT = """
            {"agencyClass": "STATE", "informationTechnology": true,
             "procurement": {"description": "Licences of a mapping program", "businessNeed": "Maps of flood zones",
                             "estimatedAmount": "9500.00", "procuredOn": "2026-03-02"},
             "search": {"searchedOn": "2026-03-02", "searchedBy": "A. Buyer", "scope": "All statewide contracts for software",
                        "found": []},
             "attestations": [
              {"point": "MEETS_BUSINESS_NEED", "holds": true, "attestedBy": "B. Chief", "attestedOn": "2026-03-02"},
              {"point": "COST_EFFECTIVE", "holds": true, "attestedBy": "B. Chief", "attestedOn": "2026-03-02"},
              {"point": "INCREASES_STATE_EFFICIENCY", "holds": true, "attestedBy": "B. Chief", "attestedOn": "2026-03-02"}]}
            """;
    static final String REVIEWER = Tokens.person("rita", "exemption-reviewer");

    @Inject
    DataSource application;

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/Los_Angeles"));
    }

    /** Of today, with a mandatory agreement that does not meet the need. */
    static String needNotMet() {
        return NEED_NOT_MET.replace("2026-03-02", today().toString()).replace("2027-06-30", today().toString());
    }

    static String noMandatoryAgreement() {
        return NO_MANDATORY_AGREEMENT.replace("2026-03-02", today().toString());
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    static ValidatableResponse ask(String token, String body) {
        return as(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then();
    }

    static String asked(News news, String body) {
        return ask(Tokens.buyer(news.agency), body).statusCode(201).extract().path("determinationId");
    }

    static ValidatableResponse decide(String token, String id, String ifMatch) {
        RequestSpecification request = as(token).header("Idempotency-Key", UUID.randomUUID());
        return (ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch))
                .contentType(ContentType.JSON)
                .body("{\"decision\": \"APPROVED\", \"reason\": \"No model is protected.\", \"decidedOn\": \"" + today()
                        + "\"}")
                .post(PATH + "/" + id + "/decision")
                .then();
    }

    static void assign(News news, String role, String person, String from) {
        as(REVIEWER)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body("""
                        {"agencyId": "%s", "role": "%s", "person": "%s", "contact": "pmo@technology.example",
                         "validFrom": "%s", "source": "the list, copied by hand"}
                        """.formatted(news.agency, role, person, from))
                .post("/v1/pmo-assignments")
                .then()
                .statusCode(201);
    }
}
