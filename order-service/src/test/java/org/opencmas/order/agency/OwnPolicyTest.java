package org.opencmas.order.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.Api;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "GEN-LOCAL-OWN-POLICY, SOL-MIN-LOCAL, GEN-LEGAL-COUNSEL: an agency sets for itself what the Guide leaves to it")
class OwnPolicyTest {
    private static final String WHOLE = """
            {"orderLimit": "50000.00", "orderLimitAction": "WARN", "minOffers": 2, "minOffersAction": "BLOCK",
             "statementOfWorkAction": "BLOCK", "bestValueAction": "WARN", "legalCounselAbove": "100000",
             "legalCounselForServices": true, "deliveryTailMonths": 12, "retentionYears": 7,
             "approvers": [{"name": " Finance director ", "limit": "100000.5"}, {"name": "City manager"}],
             "mayOverride": ["d.director"],
             "ownPolicyAttestation": {"policy": "Ordinance 2019-04", "reviewOn": "2199-01-14"}}
            """;

    private final LocalDate today = ProgramCalendar.dateOf(Clock.systemUTC().instant());
    private UUID agency;

    @BeforeEach
    void register() {
        agency = Api.registeredAgency();
    }

    private ValidatableResponse adopt(int version, String policy) {
        return Api.as(Tokens.buyer(agency))
                .header("If-Match", "\"" + version + "\"")
                .body(policy)
                .put("/v1/agencies/{id}/policy", agency)
                .then();
    }

    @Test
    void aWholePolicyReadsBack() {
        adopt(1, WHOLE)
                .statusCode(200)
                .body("policy.minOffersAction", equalTo("BLOCK"))
                .body("policy.legalCounselAbove", equalTo("100000.00"))
                .body("policy.legalCounselForClauses", nullValue())
                .body("policy.retentionYears", equalTo(7))
                .body("policy.approvers.name", contains("Finance director", "City manager"))
                .body("policy.approvers[0].limit", equalTo("100000.50"))
                .body("policy.mayOverride", contains("d.director"))
                .body("policy.ownPolicyAttestation.attestedBy", equalTo("erp-" + agency))
                .body("policy.ownPolicyAttestation.attestedOn", equalTo(today.toString()));
    }

    @Test
    void anAgencyThatSetsNothingHasNoNumberOfTheState() {
        Api.as(Tokens.of("auditor"))
                .get("/v1/agencies/{id}", agency)
                .then()
                .statusCode(200)
                .body("policy", not(hasKey("minOffers")))
                .body("policy.size()", equalTo(0));
    }

    @Test
    void everyPolicyStaysWithItsDay() {
        adopt(1, WHOLE).statusCode(200);
        Api.setPolicy(agency, "{\"minOffers\": 1}");
        String next = Api.as(Tokens.of("auditor"))
                .queryParam("limit", 1)
                .get("/v1/agencies/{id}/policies", agency)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].version", equalTo(3))
                .body("items[0].adoptedOn", equalTo(today.toString()))
                .body("items[0].policy.minOffers", equalTo(1))
                .body("items[0].policy", not(hasKey("minOffersAction")))
                .extract()
                .path("next");
        Api.as(Tokens.of("auditor"))
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .body("items.policy.minOffers", contains(2))
                .body("items[0].policy.ownPolicyAttestation.reviewOn", equalTo("2199-01-14"))
                .body("next", nullValue());
        Api.as(Tokens.of("auditor"))
                .get("/v1/agencies/{id}/policies", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void anAnalystsChangeOfTheRecordLeavesTheAgencysOwnPolicy() {
        adopt(1, WHOLE).statusCode(200);
        Api.as(Tokens.of("dgs-analyst"))
                .header("If-Match", "\"2\"")
                .body("{\"name\": \"City %s\", \"type\": \"COUNTY\", \"empoweredToExpendPublicFunds\": true}"
                        .formatted(UUID.randomUUID()))
                .put("/v1/agencies/{id}", agency)
                .then()
                .statusCode(200)
                .body("policy.minOffers", equalTo(2))
                .body("policy.retentionYears", equalTo(7));
    }

    @Test
    @DisplayName(
            "The upgrade reads from the journal what an agency had adopted before policies were kept with their days")
    void whatTheJournalToldBecomesTheListOfPolicies() throws IOException, SQLException {
        adopt(1, WHOLE).statusCode(200);
        Api.setPolicy(agency, "{\"minOffers\": 1}");
        adopt(3, "{\"orderLimit\": \"5.00\", \"orderLimitAction\": \"WARN\", \"retentionYears\": 3}")
                .statusCode(200);
        String migration = Files.readString(Path.of("src/main/resources/db/migration/V35__own_policies.sql"));
        String backfill =
                migration.substring(migration.indexOf("select aggregate_id::uuid"), migration.indexOf("told\nwhere"));
        String told = "select version || ' ' || adopted_on || ' ' || policy::jsonb from (" + backfill
                + "told where policy <> before) t (agency_id, version, adopted_on, adopted_by, policy) where agency_id = '"
                + agency + "' order by version";
        String kept =
                "select version || ' ' || adopted_on || ' ' || policy::jsonb from agency_policy where agency_id = '"
                        + agency + "' order by version";
        assertThat(DatabaseRights.rows(OwnerDatabase.dataSource(), told))
                .hasSize(3)
                .isEqualTo(DatabaseRights.rows(OwnerDatabase.dataSource(), kept));
    }

    @ParameterizedTest(name = "{1} at {0}")
    @CsvSource(delimiter = '|', textBlock = """
            /minOffers                        | {"minOffersAction": "BLOCK"}
            /minOffersAction                  | {"minOffers": 1, "minOffersAction": "STOP"}
            /legalCounselAbove                | {"legalCounselAbove": "-1"}
            /retentionYears                   | {"retentionYears": 0}
            /approvers                        | {"approvers": []}
            /approvers                        | {"approvalRequired": true, "approvers": []}
            /approvers/1/name                 | {"approvers": [{"name": "ann", "limit": "1"}, {"name": " Ann "}]}
            /minOffers                        | {"minOffers": "3"}
            /retentionYears                   | {"retentionYears": "7"}
            /orderLimit                       | {"orderLimit": 5000, "orderLimitAction": "BLOCK"}
            /approvers/0/limit                | {"approvers": [{"name": "ann", "limit": 1}]}
            /mayOverride/0                    | {"mayOverride": ["d.\\u200bdirector"]}
            /ownPolicyAttestation/policy      | {"ownPolicyAttestation": {"policy": "Ordinance \\u202e9-4"}}
            /approvers/0/name                 | {"approvers": [{"limit": "1"}]}
            /ownPolicyAttestation/policy      | {"ownPolicyAttestation": {"policy": " "}}
            /ownPolicyAttestation/attestedOn  | {"ownPolicyAttestation": {"policy": "x", "attestedOn": "2199-01-01"}}
            /ownPolicyAttestation/reviewOn    | {"ownPolicyAttestation": {"policy": "x", "attestedOn": "2026-01-02", "reviewOn": "2026-01-01"}}
            """)
    void whatCannotBeIsNamed(String pointer, String policy) {
        adopt(1, policy).statusCode(400).body("errors.pointer", contains(pointer));
    }
}
