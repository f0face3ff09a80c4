package org.opencmas.compliance.exemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.News;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("An exemption is asked for, kept and decided by a second person (EXM-*)")
class DeterminationResourceTest extends DeterminationSteps {
    @Test
    void exmLpaNeedNotMetIsDecidedOnceByASecondPerson() throws SQLException {
        News news = News.ofKnownAgency("STATE_DEPARTMENT");
        String id = ask(Tokens.buyer(news.agency), needNotMet())
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .header("Location", notNullValue())
                .body("agencyId", equalTo(news.agency.toString()))
                .body("validOn", equalTo(today().toString()))
                .body("determination.outcome", equalTo("EXEMPTION_REQUIRED"))
                .body("determination.requirement", equalTo("EXM-LPA-NEED-NOT-MET"))
                .body("determination.dgsTrack.agreement", hasItem("EXAMPLE-LAPTOPS-1"))
                .body("facts.procurement.estimatedAmount", equalTo("48000.00"))
                .body("decision", nullValue())
                .extract()
                .path("determinationId");

        decide(Tokens.buyer(news.agency), id, "\"1\"").statusCode(403);
        decide(REVIEWER, id, "").statusCode(428);
        decide(REVIEWER, id, "\"2\"").statusCode(412);
        decide(Tokens.person("a. buyer", "exemption-reviewer"), id, "\"1\"")
                .statusCode(409)
                .body("type", equalTo("/problems/second-person-needed"));
        decide(REVIEWER, id, "\"1\"")
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("decision.decision", equalTo("APPROVED"))
                .body("decision.decidedBy", equalTo("rita"));
        decide(REVIEWER, id, "\"1\"").statusCode(412);
        decide(REVIEWER, id, "\"2\"").statusCode(409).body("type", equalTo("/problems/exemption-decided"));
        as(Tokens.buyer(news.agency))
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("decision.reason", equalTo("No model is protected."));

        TopicProbe probe = TopicProbe.ofServiceUnderTest();
        for (String type : List.of("exemption-determination.registered.v1", "exemption-determination.decided.v1")) {
            JsonSchemas.assertValid(
                    EVENTS.resolve(type + ".schema.json"),
                    probe.awaitOne("cmas.exemptions", type, UUID.fromString(id), News.DEADLINE)
                            .payload());
        }
    }

    @Test
    void theReviewerWhoAskedDoesNotDecide() throws SQLException {
        News news = News.ofKnownAgency("STATE_DEPARTMENT");
        String body = needNotMet().replaceFirst("\\{", "{\"agencyId\": \"" + news.agency + "\",");
        String id = ask(REVIEWER, body).statusCode(201).extract().path("determinationId");

        decide(REVIEWER, id, "\"1\"").statusCode(409).body("type", equalTo("/problems/second-person-needed"));
        decide(Tokens.person("sam", "exemption-reviewer"), id, "\"1\"").statusCode(200);
        ask(REVIEWER, needNotMet()).statusCode(400).body("errors.pointer", contains("/agencyId"));
    }

    @Test
    void onlyARequiredExemptionIsDecidedOn() throws SQLException {
        News news = News.ofKnownAgency("STATE_DEPARTMENT");
        String id = ask(Tokens.buyer(news.agency), noMandatoryAgreement())
                .statusCode(201)
                .body("determination.outcome", equalTo("NO_EXEMPTION_NEEDED"))
                .extract()
                .path("determinationId");

        decide(REVIEWER, id, "\"1\"").statusCode(409).body("type", equalTo("/problems/no-exemption-required"));
        decide(REVIEWER, UUID.randomUUID().toString(), "\"1\"").statusCode(404);
    }

    @Test
    void exmScopeIsHeldAgainstTheRegisteredAgency() throws SQLException {
        News department = News.ofKnownAgency("STATE_DEPARTMENT");
        News campus = News.ofKnownAgency("CSU");
        String local = noMandatoryAgreement().replace("\"STATE\"", "\"LOCAL\"");

        ask(Tokens.buyer(department.agency), local).statusCode(400).body("errors.pointer", contains("/agencyClass"));
        ask(Tokens.buyer(campus.agency), noMandatoryAgreement())
                .statusCode(400)
                .body("errors.pointer", contains("/agencyClass"));
        ask(Tokens.buyer(campus.agency), local)
                .statusCode(201)
                .body("determination.outcome", equalTo("NOT_APPLICABLE"));
        ask(Tokens.buyer(UUID.randomUUID()), local).statusCode(400).body("errors.pointer", contains("/agencyId"));
        ask(Tokens.of("agency-buyer"), local).statusCode(403);
        ask(Tokens.of("dgs-analyst"), local).statusCode(403);
    }

    @Test
    void oneAnswerNamesEveryFault() throws SQLException {
        News news = News.ofKnownAgency("STATE_DEPARTMENT");
        LocalDate yesterday = today().minusDays(1);
        String tomorrow = today().plusDays(1).toString();
        String body = needNotMet()
                .replace("\"STATE\"", "\"LOCAL\"")
                .replace("\"mandatoryThrough\": \"" + today() + '"', "\"mandatoryThrough\": \"" + yesterday + '"')
                .replace("\"searchedOn\": \"" + today() + '"', "\"searchedOn\": \"" + tomorrow + '"');

        ask(Tokens.buyer(news.agency), body)
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/agencyClass", "/search/found/0/mandatoryThrough", "/search/searchedOn"));
        ask(
                        Tokens.buyer(news.agency),
                        body.replaceFirst("\\{", "{\"sector\": \"IT\",")
                                .replace("\"meetsNeed\": false", "\"meetsNeed\": \"no\""))
                .statusCode(400)
                .body("errors.pointer", hasItem("/sector"))
                .body("errors.pointer", hasItem("/search/found/0/meetsNeed"))
                .body("errors.pointer", hasItem("/search/found/0/mandatoryThrough"));
        as(Tokens.buyer(news.agency)).get(PATH).then().body("items", empty());
    }

    @Test
    void exmQuestionsGoToThePrincipalOrManagerOfTheDay() throws SQLException {
        News news = News.ofKnownAgency("STATE_DEPARTMENT");
        String own = Tokens.buyer(news.agency);
        as(own).get("/v1/pmo-assignments").then().statusCode(200).body("items", empty());
        assign(news, "PRINCIPAL", "Old Principal", "2025-01-01");
        assign(news, "PRINCIPAL", "New Principal", "2026-01-01");
        assign(news, "MANAGER", "A Manager", "2026-01-01");

        as(own).get("/v1/pmo-assignments?on=2025-12-31").then().body("items.person", contains("Old Principal"));
        as(own).get("/v1/pmo-assignments?on=2026-01-01")
                .then()
                .body("items.person", contains("New Principal", "A Manager"));
        as(REVIEWER)
                .get("/v1/pmo-assignments?agencyId=" + news.agency)
                .then()
                .body("items.person", contains("New Principal", "A Manager"));
        as(Tokens.buyer(UUID.randomUUID()))
                .get("/v1/pmo-assignments?agencyId=" + news.agency)
                .then()
                .statusCode(200)
                .body("items", empty());
        as(REVIEWER).get("/v1/pmo-assignments").then().statusCode(400);
        as(own).header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/pmo-assignments")
                .then()
                .statusCode(403);
    }

    @Test
    void theSameKeyAsksOnce() throws SQLException {
        News news = News.ofKnownAgency("STATE_DEPARTMENT");
        UUID key = UUID.randomUUID();
        List<String> ids = List.of(1, 2).stream()
                .map(each -> as(Tokens.buyer(news.agency))
                        .header("Idempotency-Key", key)
                        .contentType(ContentType.JSON)
                        .body(needNotMet())
                        .post(PATH)
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("determinationId"))
                .toList();

        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }
}
