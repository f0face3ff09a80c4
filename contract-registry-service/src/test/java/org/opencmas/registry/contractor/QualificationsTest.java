package org.opencmas.registry.contractor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.registry.Registry;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("The registry holds a contractor's licences, Seller's Permit and authorizations, each with source and day")
class QualificationsTest {
    private static final String FULL = """
            {"licences": [{"number": "1010123", "classes": ["C-61", "A"], "status": "ACTIVE", "expiresOn": "2026-12-31",
                           "source": "CSLB", "checkedOn": "2026-01-05"}],
             "sellersPermit": {"number": "102-345678", "status": "VALID", "closedOn": "2026-07-01", "source": "CDTFA",
                               "checkedOn": "2026-01-05"},
             "manufacturerAuthorizations": [{"manufacturer": "Maker, Inc.", "authorizedFrom": "2026-01-01",
                                             "source": "letter", "checkedOn": "2026-01-05"}],
             "authorizedResellers": [{"name": "Reseller, LLC", "authorizedFrom": "2026-01-01"}]}
            """;

    private static ValidatableResponse put(String id, String etag, String body) {
        return Registry.analyst()
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/contractors/" + id + "/qualifications")
                .then();
    }

    private static ValidatableResponse asOf(String id, String day) {
        return given().queryParam("asOf", day)
                .get("/v1/contractors/" + id + "/qualifications")
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("CON-LICENCE-ON-CMAS, CON-SELLERS-PERMIT: both are shown for a day, to the last one and past it")
    void whatWasLookedUpIsShownForADay() {
        String id = Registry.contractor("Licensed Builders, Inc.");
        asOf(id, "2026-06-30").body("licensedClasses", empty()).body("sellersPermitValid", nullValue());

        put(id, "\"1\"", FULL).statusCode(200).header("ETag", equalTo("\"2\""));

        asOf(id, "2026-06-30").body("licensedClasses", contains("A", "C-61")).body("sellersPermitValid", equalTo(true));
        asOf(id, "2026-07-01").body("sellersPermitValid", equalTo(false));
        asOf(id, "2026-12-31").body("licensedClasses", contains("A", "C-61"));
        asOf(id, "2027-01-01").body("licensedClasses", empty());
        given().get("/v1/contractors/" + id)
                .then()
                .body("qualifications.licences[0].number", equalTo("1010123"))
                .body("qualifications.manufacturerAuthorizations[0].manufacturer", equalTo("Maker, Inc."))
                .body("qualifications.authorizedResellers[0].name", equalTo("Reseller, LLC"));
        CloudEvent changed = TopicProbe.ofServiceUnderTest()
                .awaitOne("cmas.contractors", "contractor.changed.v1", id, Eventually.PATIENCE);
        JsonSchemas.assertValid(
                Path.of("src/main/resources/events/contractor.changed.v1.schema.json"), changed.payload());
        assertThat(changed.payload()).contains("102-345678", "Reseller, LLC");
    }

    @Test
    void theSameAgainRecordsNothingAndAnotherChangeKeepsThem() {
        String id = Registry.contractor("Twice Qualified, Inc.");
        put(id, "\"1\"", FULL).statusCode(200).header("ETag", equalTo("\"2\""));
        put(id, "\"2\"", FULL).statusCode(200).header("ETag", equalTo("\"2\""));
        put(id, "\"1\"", FULL).statusCode(412);
        Registry.analyst()
                .header("If-Match", "\"2\"")
                .contentType(ContentType.JSON)
                .body("{\"legalName\": \"Twice Qualified, LLC\"}")
                .put("/v1/contractors/" + id)
                .then()
                .statusCode(200)
                .body("qualifications.sellersPermit.number", equalTo("102-345678"));
    }

    @Test
    void whatContradictsItselfIsRefusedAtItsPlace() {
        String id = Registry.contractor("Contradicting, Inc.");
        put(id, "\"1\"", """
                {"licences": [{"number": "1", "classes": ["A"], "status": "ACTIVE", "issuedOn": "2026-01-02",
                               "expiresOn": "2026-01-01", "source": "s", "checkedOn": "2026-01-05"},
                              {"number": " 1", "classes": ["B"], "status": "ACTIVE", "source": "s",
                               "checkedOn": "2199-01-01"}]}""")
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/licences/0/expiresOn", "/licences/1/number", "/licences/1/checkedOn"));
        put(id, "\"1\"", """
                {"licences": [{"number": "1", "classes": ["Z-1"], "status": "ACTIVE", "source": "s",
                               "checkedOn": "2026-01-05"}]}""").statusCode(400);
    }

    @Test
    void onlyTheDepartmentRecordsThem() {
        String id = Registry.contractor("Self Qualified, Inc.");
        given().auth()
                .oauth2(Tokens.of("contractor"))
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body(FULL)
                .put("/v1/contractors/" + id + "/qualifications")
                .then()
                .statusCode(403);
    }
}
