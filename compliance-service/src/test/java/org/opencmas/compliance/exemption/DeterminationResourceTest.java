package org.opencmas.compliance.exemption;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.News;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("An exemption is asked for, kept and decided by a second person (EXM-*)")
class DeterminationResourceTest {
    private static final String PATH = "/v1/exemption-determinations";
    private static final Path EVENTS = Path.of("src/main/resources/events");
    private static final String NEED_NOT_MET = """
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
    private static final String NO_MANDATORY_AGREEMENT = """
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
    private static final String REVIEWER = Tokens.person("rita", "exemption-reviewer");

    @Inject
    DataSource application;

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/Los_Angeles"));
    }

    /** Of today, with a mandatory agreement that does not meet the need. */
    private static String needNotMet() {
        return NEED_NOT_MET.replace("2026-03-02", today().toString()).replace("2027-06-30", today().toString());
    }

    private static String noMandatoryAgreement() {
        return NO_MANDATORY_AGREEMENT.replace("2026-03-02", today().toString());
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static ValidatableResponse ask(String token, String body) {
        return as(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then();
    }

    private static String asked(News news, String body) {
        return ask(Tokens.buyer(news.agency), body).statusCode(201).extract().path("determinationId");
    }

    private static ValidatableResponse decide(String token, String id, String ifMatch) {
        RequestSpecification request = as(token).header("Idempotency-Key", UUID.randomUUID());
        return (ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch))
                .contentType(ContentType.JSON)
                .body("{\"decision\": \"APPROVED\", \"reason\": \"No model is protected.\", \"decidedOn\": \"" + today()
                        + "\"}")
                .post(PATH + "/" + id + "/decision")
                .then();
    }

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
    void anAgencySeesItsOwnPageByPageAndReviewersSeeAll() throws SQLException {
        News news = News.ofKnownAgency("STATE_DEPARTMENT");
        String first = asked(news, needNotMet());
        String second = asked(news, noMandatoryAgreement());
        String own = Tokens.buyer(news.agency);
        String stranger = Tokens.buyer(UUID.randomUUID());

        String next = as(own).get(PATH + "?limit=1")
                .then()
                .statusCode(200)
                .body("items.determinationId", contains(second))
                .extract()
                .path("next");
        as(own).get(next)
                .then()
                .statusCode(200)
                .body("items.determinationId", contains(first))
                .body("next", nullValue());
        as(own).get(PATH + "?outcome=EXEMPTION_REQUIRED&from=" + today() + "&to=" + today())
                .then()
                .body("items.determinationId", contains(first));
        as(own).get(PATH + "?to=" + today().minusDays(1)).then().body("items", empty());
        as(own).get(PATH + "?outcome=MAYBE&from=soon")
                .then()
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("outcome", "from"));
        as(stranger).get(PATH).then().statusCode(200).body("items", empty());
        as(stranger).get(PATH + "/" + first).then().statusCode(404);
        for (String token : List.of(REVIEWER, Tokens.of("dgs-analyst"), Tokens.of("auditor"))) {
            as(token).get(PATH + "/" + first).then().statusCode(200);
            as(token).get(PATH).then().statusCode(200).body("items.determinationId", hasItem(first));
        }
        as(Tokens.contractor(UUID.randomUUID())).get(PATH).then().statusCode(403);
    }

    private static ValidatableResponse withdraw(String token, String id, String ifMatch, String point, LocalDate on) {
        RequestSpecification request = as(token).header("Idempotency-Key", UUID.randomUUID());
        return (ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch))
                .contentType(ContentType.JSON)
                .body("{\"point\": \"%s\", \"reason\": \"A cheaper product was overlooked.\", \"withdrawnOn\": \"%s\"}"
                        .formatted(point, on))
                .post(PATH + "/" + id + "/withdrawals")
                .then();
    }

    @Test
    void anAttestationWithdrawnAfterTheDecisionMarksItAndChangesNothing() throws SQLException {
        News news = News.ofKnownAgency("STATE_DEPARTMENT");
        String own = Tokens.buyer(news.agency);
        String attested = needNotMet()
                .replaceFirst(
                        "\\}\\s*$",
                        ", \"attestations\": [{\"point\": \"COST_EFFECTIVE\", \"holds\": true, \"attestedBy\": \"B. Chief\","
                                + " \"attestedOn\": \"" + today() + "\"}]}");
        String id = ask(own, attested)
                .statusCode(201)
                .body("standing", equalTo("STANDS"))
                .body("withdrawals", empty())
                .extract()
                .path("determinationId");
        decide(REVIEWER, id, "\"1\"").statusCode(200);

        withdraw(Tokens.buyer(UUID.randomUUID()), id, "\"2\"", "COST_EFFECTIVE", today())
                .statusCode(404);
        withdraw(own, id, "", "COST_EFFECTIVE", today()).statusCode(428);
        withdraw(own, id, "\"1\"", "COST_EFFECTIVE", today()).statusCode(412);
        withdraw(own, id, "\"2\"", "MEETS_BUSINESS_NEED", today())
                .statusCode(409)
                .body("type", equalTo("/problems/not-attested"));
        withdraw(own, id, "\"2\"", "COST_EFFECTIVE", today().minusDays(1))
                .statusCode(400)
                .body("errors.pointer", contains("/withdrawnOn"));
        withdraw(own, id, "\"2\"", "COST_EFFECTIVE", today().plusDays(1)).statusCode(400);
        withdraw(own, id, "\"2\"", "COST_EFFECTIVE", today())
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("standing", equalTo("MARKED"))
                .body("withdrawals[0].afterDecision", equalTo(true))
                .body("determination.outcome", equalTo("EXEMPTION_REQUIRED"))
                .body("decision.decision", equalTo("APPROVED"));
        withdraw(own, id, "\"3\"", "COST_EFFECTIVE", today())
                .statusCode(409)
                .body("type", equalTo("/problems/attestation-withdrawn"));
        JsonSchemas.assertValid(
                EVENTS.resolve("exemption-determination.attestation-withdrawn.v1.schema.json"),
                TopicProbe.ofServiceUnderTest()
                        .awaitOne(
                                "cmas.exemptions",
                                "exemption-determination.attestation-withdrawn.v1",
                                UUID.fromString(id),
                                News.DEADLINE)
                        .payload());
        assertThatThrownBy(() -> DatabaseRights.rows(
                        OwnerDatabase.dataSource(), "delete from exemption_withdrawal returning point"))
                .hasMessageContaining("never changed");
    }

    @Test
    void exmRecordAWithdrawalBeforeTheDecisionIsSeenByWhoDecides() throws SQLException {
        News news = News.ofKnownAgency("STATE_DEPARTMENT");
        String id = asked(news, noMandatoryAgreement());

        withdraw(REVIEWER, id, "\"1\"", "COST_EFFECTIVE", today())
                .statusCode(200)
                .body("standing", equalTo("MARKED"))
                .body("withdrawals[0].afterDecision", equalTo(false))
                .body("determination.outcome", equalTo("NO_EXEMPTION_NEEDED"));
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

    private static void assign(News news, String role, String person, String from) {
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

    @Test
    void thePaperIsDatedAndAlwaysTheSame() throws SQLException, IOException {
        News news = News.ofKnownAgency("STATE_DEPARTMENT");
        assign(news, "PRINCIPAL", "P. Principal", "2026-01-01");
        String id = asked(news, needNotMet());
        decide(REVIEWER, id, "\"1\"").statusCode(200);

        byte[] paper = paper(Tokens.buyer(news.agency), id);
        assertThat(paper).isEqualTo(paper(REVIEWER, id));
        assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        Files.write(Path.of("target/exemption-paper.pdf"), paper);
        as(Tokens.buyer(UUID.randomUUID()))
                .get(PATH + "/" + id + "/paper")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private static byte[] paper(String token, String id) {
        return as(token)
                .get(PATH + "/" + id + "/paper")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }

    @Test
    void statisticsCountByAgreementAndReason() throws SQLException {
        News news = News.ofKnownAgency("STATE_DEPARTMENT");
        String number = "STAT-" + UUID.randomUUID();
        String body = needNotMet().replace("EXAMPLE-LAPTOPS-1", number);
        asked(news, body);
        String decided = asked(news, body);
        decide(REVIEWER, decided, "\"1\"").statusCode(200);

        as(Tokens.of("auditor"))
                .get("/v1/exemption-statistics?from=" + today() + "&to=" + today())
                .then()
                .statusCode(200)
                .body(
                        "rows.findAll { it.agreement == '" + number + "' }.decision",
                        containsInAnyOrder(null, "APPROVED"))
                .body("rows.findAll { it.agreement == '" + number + "' }.determinations", contains(1, 1))
                .body(
                        "rows.findAll { it.agreement == '" + number + "' }.estimatedAmount",
                        contains("48000.00", "48000.00"))
                .body("rows.findAll { it.agreement == '" + number + "' }.requirement", hasItem("EXM-LPA-NEED-NOT-MET"));
        as(Tokens.of("auditor"))
                .get("/v1/exemption-statistics?from=2026-02-01&to=2026-01-01")
                .then()
                .statusCode(400);
        as(Tokens.buyer(news.agency)).get("/v1/exemption-statistics").then().statusCode(403);
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

    @Test
    void exmRecordIsKeptAsItWasAndShownToItsAgencyOnly() throws SQLException {
        News news = News.ofKnownAgency("STATE_DEPARTMENT");
        String id = asked(news, needNotMet());
        String sql = "select determination_id::text from exemption_determination where determination_id = '" + id + "'";

        assertThat(rows(Tenant.of(Optional.of(news.agency), Optional.empty()), sql))
                .hasSize(1);
        assertThat(rows(Tenant.of(Optional.of(UUID.randomUUID()), Optional.empty()), sql))
                .isEmpty();
        assertThat(rows(Tenant.NONE, sql)).isEmpty();
        for (String change : List.of(
                "update exemption_determination set outcome = 'NO_EXEMPTION_NEEDED' returning outcome",
                "delete from exemption_determination returning outcome",
                "update exemption_decision set decision = 'APPROVED' returning decision")) {
            assertThatThrownBy(() -> DatabaseRights.rows(OwnerDatabase.dataSource(), change))
                    .hasMessageContaining("never changed");
        }
        assertThatThrownBy(() -> DatabaseRights.rows(OwnerDatabase.dataSource(), """
                        insert into exemption_decision (agency_id, determination_id, decision, reason, decided_on, decided_by,
                            decided_by_name, recorded_at)
                        select agency_id, determination_id, 'APPROVED', 'mine', procured_on, asked_by, asked_by_name, asked_at
                          from exemption_determination where determination_id = '%s' returning decision
                        """.formatted(id)))
                .hasMessageContaining("another person");
    }

    private List<String> rows(Tenant tenant, String sql) throws SQLException {
        return tenant.during(() -> DatabaseRights.rows(application, sql));
    }
}
