package org.opencmas.compliance.exemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
@DisplayName("What was asked and decided is kept, shown to its agency only, counted, and printed (EXM-RECORD)")
class DeterminationRecordTest extends DeterminationSteps {
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
