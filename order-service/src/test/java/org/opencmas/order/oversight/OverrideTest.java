package org.opencmas.order.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.http.Cursor;
import org.opencmas.order.Api;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Whoever goes on in spite of a doubt shows in the override report, with role and reason")
class OverrideTest {
    private static final String CONFIRMATION = """
            {"confirmations": [{"kind": "TAX_TOO_HIGH", "pointer": "/tax", "explanation": "%s"}]}
            """;

    private UUID agency;
    private String buyer;

    @BeforeEach
    void register() {
        agency = Api.registeredAgency();
        buyer = Tokens.buyer(agency);
    }

    @Test
    void aConfirmedDoubtShowsWithPersonRoleReasonAndAmount() {
        UUID orderId = doubtful("PO-OV-1");
        confirm(orderId, "fees of the county");

        Api.as(buyer)
                .get("/v1/overrides")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("CONFIRMED_DOUBT"))
                .body("items[0].rule", equalTo("TAX_TOO_HIGH"))
                .body("items[0].place", equalTo("/tax"))
                .body("items[0].subjectId", equalTo(orderId.toString()))
                .body("items[0].reference", equalTo("PO-OV-1"))
                .body("items[0].decidedBy", equalTo("erp-" + agency))
                .body("items[0].role", equalTo("agency-approver"))
                .body("items[0].reason", equalTo("fees of the county"))
                .body("items[0].amount", equalTo("55.00"));
    }

    @Test
    void whatIsNoDoubtOrHasNoReasonIsNoOverride() {
        UUID orderId = doubtful("PO-OV-2");
        Api.act(buyer, agency, orderId, "confirmations", CONFIRMATION.formatted(" "))
                .then()
                .statusCode(400);
        Api.as(buyer).get("/v1/overrides").then().body("items", empty());
    }

    @Test
    void theyAreFoundByPersonRuleAndDayAndCounted() {
        confirm(doubtful("PO-OV-3"), "fees of the county");
        confirm(doubtful("PO-OV-4"), "fees of the county");
        String own = "agencyId=" + agency;
        for (String some : List.of("", "&decidedBy=erp-" + agency, "&rule=TAX_TOO_HIGH", "&from=2026-01-01")) {
            Api.as(Tokens.of("auditor"))
                    .get("/v1/overrides?" + own + some)
                    .then()
                    .body("items.reference", contains("PO-OV-4", "PO-OV-3"));
        }
        for (String none : List.of("&decidedBy=erp", "&rule=BV-MIN-STEPS", "&through=2019-12-31")) {
            Api.as(Tokens.of("auditor"))
                    .get("/v1/overrides?" + own + none)
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
        Api.as(Tokens.of("auditor"))
                .get("/v1/overrides/counts?" + own)
                .then()
                .statusCode(200)
                .body("counts", hasSize(1))
                .body("counts[0].times", equalTo(2))
                .body("counts[0].subjects", equalTo(2));
        String next = Api.as(buyer)
                .get("/v1/overrides?limit=1")
                .then()
                .body("items.reference", contains("PO-OV-4"))
                .extract()
                .path("next");
        Api.as(buyer).get(next).then().statusCode(200).body("items.reference", contains("PO-OV-3"));
        Api.as(buyer)
                .get("/v1/overrides?from=2026-02-02&through=2026-02-01")
                .then()
                .statusCode(400);
    }

    @Test
    void theReportOfASpreadsheetRunsNoReason() {
        confirm(doubtful("PO-OV-5"), "=HYPERLINK(\\\"http://x\\\")");
        String report = Api.as(buyer)
                .get("/v1/overrides/report")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(report).startsWith("decided_at,decided_by,role,agency_id,kind,rule,");
        assertThat(report).contains("\"'=HYPERLINK(\"\"http://x\"\")\"").contains(",55.00,");
    }

    @Test
    void aReportIsWholeOrRefused() throws SQLException {
        note(10_000);
        String report = Api.as(buyer)
                .get("/v1/overrides/report")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(report.lines()).hasSize(10_001);
        note(1);
        Api.as(buyer)
                .get("/v1/overrides/report")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/override-report-too-large"))
                .body("mostRows", equalTo(10_000));
        Api.as(buyer).get("/v1/overrides/report?through=2019-12-31").then().statusCode(200);
    }

    private void note(int overrides) throws SQLException {
        try (Connection owner = OwnerDatabase.dataSource().getConnection();
                Statement insert = owner.createStatement()) {
            insert.execute("""
                    insert into override (override_id, agency_id, kind, rule, subject_id, reference, decided_at, decided_by, reason)
                    select gen_random_uuid(), '%s', 'CONFIRMED_DOUBT', 'TAX_TOO_HIGH', gen_random_uuid(), 'PO', '2026-03-01Z', 'b', 'r'
                    from generate_series(1, %d)
                    """.formatted(agency, overrides));
        }
    }

    @Test
    void anotherAgencyIsToldOfNone() {
        confirm(doubtful("PO-OV-6"), "fees of the county");
        String stranger = Tokens.buyer(UUID.randomUUID());
        for (String query : List.of("", "?agencyId=" + agency, "?agencyId=" + UUID.randomUUID())) {
            Api.as(stranger).get("/v1/overrides" + query).then().statusCode(200).body("items", empty());
        }
        Api.as(stranger).get("/v1/overrides/counts").then().body("counts", empty());
    }

    @Test
    void anAuditorFindsWhatAPersonAttestedTo() {
        String attested = order("PO-OV-7", UUID.randomUUID(), line("1", "4-06-78-0031A", "2", "5.00"))
                .replaceFirst("\\{", """
                        {"draft": true, "attestations": [{"rule": "BV-BASIS", "statement": "Three offers were compared.",
                        "attestedBy": "Dana Director", "attestedOn": "2026-03-01"}],\s""");
        String orderId =
                Api.place(agency, attested).then().statusCode(201).extract().path("orderId");
        Api.as(Tokens.of("auditor"))
                .queryParam("attestedBy", "Dana Director")
                .get("/v1/attestations?agencyId=" + agency + "&rule=BV-BASIS")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].orderId", equalTo(orderId))
                .body("items[0].orderVersion", equalTo(1))
                .body("items[0].statement", equalTo("Three offers were compared."));
        for (String none : List.of("&rule=OTHER", "&until=2001-01-01T00:00:00Z", "&orderId=" + UUID.randomUUID())) {
            Api.as(buyer)
                    .get("/v1/attestations?agencyId=" + agency + none)
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
        Api.as(Tokens.buyer(UUID.randomUUID()))
                .get("/v1/attestations?agencyId=" + agency)
                .then()
                .body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59.999999999Z",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z"
            })
    void aCursorWithATimeThatNoListGaveOutIsRefused(String moment) {
        String id = UUID.randomUUID().toString();
        Map<String, Cursor> cursors =
                Map.of("/v1/overrides", Cursor.of(moment, id), "/v1/attestations", Cursor.of(moment, id, "1", "0"));
        cursors.forEach((list, cursor) -> Api.as(buyer)
                .get(list + "?cursor=" + cursor)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.parameter", equalTo(List.of("cursor"))));
    }

    /** Goods of 10.00 and tax of 30.00. */
    private UUID doubtful(String number) {
        String body = order(number, UUID.randomUUID(), line("1", "4-06-78-0031A", "2", "5.00"))
                .replaceFirst("\\{", "{\"draft\": true, ")
                .replaceFirst("\"tax\": \"[0-9.]*\"", "\"tax\": \"30.00\"");
        return UUID.fromString(
                Api.place(agency, body).then().statusCode(201).extract().path("orderId"));
    }

    private void confirm(UUID orderId, String explanation) {
        Api.act(buyer, agency, orderId, "confirmations", CONFIRMATION.formatted(explanation))
                .then()
                .statusCode(200);
    }
}
