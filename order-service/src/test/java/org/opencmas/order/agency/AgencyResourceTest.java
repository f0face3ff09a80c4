package org.opencmas.order.agency;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.Api;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("GEN-AGENCY-TYPE: only public bodies of the Guide's definition are registered")
class AgencyResourceTest {
    private final String name = "Body " + UUID.randomUUID();

    private ValidatableResponse register(String type, boolean empowered, String more) {
        return Api.acting(Tokens.of("dgs-analyst"))
                .body("""
                        {"name": "%s", "type": "%s", "empoweredToExpendPublicFunds": %s %s}
                        """.formatted(name, type, empowered, more))
                .post("/v1/agencies")
                .then();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "CITY, LOCAL",
        "COUNTY, LOCAL",
        "CITY_AND_COUNTY, LOCAL",
        "DISTRICT, LOCAL",
        "K12, LOCAL",
        "COMMUNITY_COLLEGE, LOCAL",
        "CSU, LOCAL",
        "UC, LOCAL",
        "STATE_DEPARTMENT, STATE"
    })
    void theTypeTellsWhoseRulesBind(String type, String agencyClass) {
        register(type, true, "")
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString("/v1/agencies/"))
                .body("agencyClass", equalTo(agencyClass));
    }

    @Test
    void anotherLocalBodyNeedsAnAnalystsDecisionWithAReason() {
        register("OTHER_LOCAL_BODY", true, "")
                .statusCode(422)
                .body("type", equalTo("/problems/not-an-agency"))
                .body("rule", equalTo("GEN-AGENCY-TYPE"))
                .body("errors.pointer", contains("/analystDecision"));
        register("OTHER_LOCAL_BODY", true, ", \"analystDecision\": {\"reason\": \" \"}")
                .statusCode(400)
                .body("errors.pointer", contains("/analystDecision/reason"));
        register("OTHER_LOCAL_BODY", true, ", \"analystDecision\": {\"reason\": \"A joint powers authority\"}")
                .statusCode(201)
                .body("analystDecision.decidedBy", equalTo("dgs-analyst"));
    }

    @Test
    void aPrivateBodyIsRefused() {
        register("PRIVATE_COMPANY", true, "")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/type"))
                .body("errors[0].detail", containsString("a private body cannot be registered"));
        register("CITY", false, "").statusCode(422).body("errors[0].pointer", equalTo("/empoweredToExpendPublicFunds"));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        Api.acting(Tokens.of("dgs-analyst"))
                .body("""
                        {"name": " ", "type": "CITY", "empoweredToExpendPublicFunds": true, "nam": "x",
                         "policy": {"orderLimit": "-1", "orderLimitAction": "STOP", "minOffers": 101}}
                        """)
                .post("/v1/agencies")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/name",
                                "/nam",
                                "/policy/orderLimit",
                                "/policy/orderLimitAction",
                                "/policy/minOffers"));
    }

    @Test
    void aSecondOneOfTheSameNameIsRefusedWithThePlaceOfTheFirst() {
        String first = register("CITY", true, "").statusCode(201).extract().header("Location");
        register("CITY", true, "").statusCode(409).body("location", equalTo(first.substring(first.indexOf("/v1/"))));
    }

    @Test
    void aChangeNeedsTheCurrentVersion() {
        String id = register("CITY", true, "").extract().path("agencyId");
        String body = """
                {"name": "%s", "type": "COUNTY", "empoweredToExpendPublicFunds": false}
                """.formatted(name);
        String analyst = Tokens.of("dgs-analyst");
        Api.as(analyst).body(body).put("/v1/agencies/{id}", id).then().statusCode(428);
        Api.as(analyst)
                .header("If-Match", "\"1\"")
                .body(body)
                .put("/v1/agencies/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("type", equalTo("COUNTY"));
        Api.as(analyst)
                .header("If-Match", "\"1\"")
                .body(body)
                .put("/v1/agencies/{id}", id)
                .then()
                .statusCode(412);
    }

    @Test
    @DisplayName("ORD-LIMIT-LOCAL: an agency sets its own limit, nobody else's")
    void anAgencySetsItsOwnPolicy() {
        UUID own = Api.registeredAgency();
        String body = "{\"orderLimit\": \"50000.00\", \"orderLimitAction\": \"BLOCK\", \"minOffers\": 2}";
        Api.as(Tokens.buyer(own))
                .header("If-Match", "\"1\"")
                .body(body)
                .put("/v1/agencies/{id}/policy", own)
                .then()
                .statusCode(200)
                .body("policy.orderLimit", equalTo("50000.00"));
        Api.as(Tokens.buyer(UUID.randomUUID()))
                .header("If-Match", "\"2\"")
                .body(body)
                .put("/v1/agencies/{id}/policy", own)
                .then()
                .statusCode(404);
        Api.as(Tokens.buyer(own))
                .header("If-Match", "\"2\"")
                .body("{\"orderLimit\": \"50000.00\"}")
                .put("/v1/agencies/{id}/policy", own)
                .then()
                .statusCode(400);
    }

    @Test
    void agenciesAreFoundByNameAndPaged() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        for (String letter : new String[] {"C", "a", "B"}) {
            Api.acting(Tokens.of("dgs-analyst"))
                    .body("{\"name\": \"%s %s_%%\", \"type\": \"CITY\", \"empoweredToExpendPublicFunds\": true}"
                            .formatted(letter, mark))
                    .post("/v1/agencies")
                    .then()
                    .statusCode(201);
        }
        String next = Api.as(Tokens.of("auditor"))
                .queryParam("name", mark.toUpperCase(java.util.Locale.ROOT) + "_%")
                .queryParam("limit", 2)
                .get("/v1/agencies")
                .then()
                .statusCode(200)
                .body("items.name", contains("a " + mark + "_%", "B " + mark + "_%"))
                .extract()
                .path("next");
        Api.as(Tokens.of("auditor"))
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
    }

    @Test
    void aListIsAskedForInPlainTextAndWithItsOwnCursor() {
        String forged = java.util.Base64.getUrlEncoder()
                .encodeToString("[\"a\", \"b\"]".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (String query : new String[] {"name=%00", "cursor=x", "cursor=" + forged, "limit=0", "type=PRIVATE"}) {
            Api.as(Tokens.of("auditor"))
                    .urlEncodingEnabled(false)
                    .get("/v1/agencies?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a no-break space       | \\u00a0
            a zero-width space     | \\u200b
            a direction mark       | \\u202e
            a byte order mark      | \\ufeff
            a tabulator            | \\t
            a Hangul filler        | \\u3164
            """)
    void aNameWithWhatNobodySeesIsRefused(String what, String escaped) {
        for (String field : new String[] {"name", "county"}) {
            String name = "City of " + UUID.randomUUID();
            Api.acting(Tokens.of("dgs-analyst"))
                    .body(
                            "{\"name\": \"%s\", \"county\": \"%s\", \"type\": \"CITY\", \"empoweredToExpendPublicFunds\": true}"
                                    .formatted(
                                            field.equals("name") ? name + escaped : name,
                                            field.equals("county") ? "Inyo" + escaped : "Inyo"))
                    .post("/v1/agencies")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/" + field))
                    .body("errors[0].detail", containsString("invisible or control character"));
        }
    }

    @Test
    void namesThatLookTheSameAreTheSame() {
        String mark = UUID.randomUUID().toString();
        String location =
                named("Caf\u00e9 District " + mark).statusCode(201).extract().header("Location");
        for (String twin : new String[] {"  CAFE\u0301  district   " + mark + " ", "caf\u00e9 District " + mark}) {
            named(twin)
                    .statusCode(409)
                    .body("type", equalTo("/problems/agency-already-registered"))
                    .body("location", equalTo(location));
        }
        named("Cafe District " + mark).statusCode(201);
    }

    private static ValidatableResponse named(String name) {
        return Api.acting(Tokens.of("dgs-analyst"))
                .body("{\"name\": \"%s\", \"type\": \"CITY\", \"empoweredToExpendPublicFunds\": true}".formatted(name))
                .post("/v1/agencies")
                .then();
    }

    @Test
    void onlyAnAnalystRegisters() {
        Api.acting(Tokens.buyer(UUID.randomUUID()))
                .body("{}")
                .post("/v1/agencies")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }
}
