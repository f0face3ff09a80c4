package org.opencmas.order.purchaseorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencmas.order.Api;
import org.opencmas.order.purchaseorder.document.GoldenOrder;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Orders that were stored in a past shape are read, amended and go on as any other")
class StoredOrdersGoOnTest {
    private static final String CONTRACTOR = "0190a000-0000-7000-8000-00000000c0f1";

    private final Database database = new Database(OwnerDatabase.dataSource());

    private UUID agency;

    @BeforeEach
    void storeAll() {
        GoldenOrder.all().forEach(golden -> {
            agency = golden.agencyId();
            database.with(connection -> store(connection, golden));
        });
        database.with(connection -> {
            try (var migration = connection.createStatement()) {
                return migration.executeUpdate(lapse());
            }
        });
    }

    /** What the migration does with amendments that were open when their order was terminated. */
    private static String lapse() {
        try (var migration =
                StoredOrdersGoOnTest.class.getResourceAsStream("/db/migration/V10__lapsed_amendments.sql")) {
            String sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            return sql.substring(0, sql.indexOf(';'));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int store(Connection connection, GoldenOrder golden) throws SQLException {
        JsonNode order = golden.rows().get("order");
        try (var known = connection.prepareStatement("select 1 from purchase_order where order_id = ?")) {
            known.setObject(1, golden.orderId());
            if (known.executeQuery().next()) {
                return 0;
            }
        }
        execute(
                connection,
                """
                insert into purchase_order (order_id, agency_id, agency_order_number, contractor_id, order_date, state, version,
                    latest_version, version_in_force, sub_numbering)
                values (?::uuid, ?::uuid, ?, ?::uuid, ?::date, ?, ?::bigint, ?::int, ?::int,
                    (select coalesce(array_agg(n), '{}') from jsonb_array_elements_text(?::jsonb) n))
                """,
                text(order, "orderId"),
                text(order, "agencyId"),
                text(order, "agencyOrderNumber"),
                text(order, "contractorId"),
                text(order, "orderDate"),
                text(order, "state"),
                text(order, "version"),
                text(order, "latestVersion"),
                text(order, "versionInForce"),
                order.get("subNumbering").toString());
        for (JsonNode version : golden.versions().toList()) {
            execute(
                    connection,
                    """
                    insert into order_version (order_id, document_version, agency_id, amendment_number, act_number, state,
                        document, created_at, created_by, request_id, submitted_at, submitted_by, decision)
                    values (?::uuid, ?::int, ?::uuid, ?::int, ?::bigint, ?, ?::jsonb, ?::timestamptz, ?, ?, ?::timestamptz, ?,
                        ?::jsonb)
                    """,
                    text(order, "orderId"),
                    text(version, "documentVersion"),
                    text(order, "agencyId"),
                    text(version, "amendmentNumber"),
                    text(version, "actNumber"),
                    text(version, "state"),
                    version.get("document").toString(),
                    text(version, "createdAt"),
                    text(version, "createdBy"),
                    text(version, "requestId"),
                    text(version, "submittedAt"),
                    text(version, "submittedBy"),
                    version.has("decision") ? version.get("decision").toString() : null);
        }
        for (JsonNode act : golden.acts().toList()) {
            execute(
                    connection,
                    """
                    insert into order_act (order_id, act_number, agency_id, act, document_version, acted_at, acted_by, request_id,
                        details)
                    values (?::uuid, ?::bigint, ?::uuid, ?, ?::int, ?::timestamptz, ?, ?, ?::jsonb)
                    """,
                    text(order, "orderId"),
                    text(act, "actNumber"),
                    text(order, "agencyId"),
                    text(act, "act"),
                    text(act, "documentVersion"),
                    text(act, "actedAt"),
                    text(act, "actedBy"),
                    text(act, "requestId"),
                    act.get("details").toString());
        }
        return 1;
    }

    private static void execute(Connection connection, String sql, @Nullable String... values) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                insert.setString(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    private static @Nullable String text(JsonNode row, String field) {
        return row.hasNonNull(field) ? row.get(field).asText() : null;
    }

    private static UUID idOf(String name) {
        return GoldenOrder.all()
                .filter(golden -> golden.name().endsWith("/" + name + ".json"))
                .map(GoldenOrder::orderId)
                .findFirst()
                .orElseThrow();
    }

    private Response act(UUID orderId, String act, String body) {
        return Api.act(Tokens.buyer(agency), agency, orderId, act, body);
    }

    private static String amendment(String price) {
        return """
                {"amendmentDate": "2026-11-23", "reason": "goes on", "lines": [%s],
                 "attestations": [{"rule": "SVC-RESUMES", "statement": "Read again.", "attestedBy": "Q. Chief",
                  "attestedOn": "2026-11-23"}]}
                """.formatted(line("1", "4-06-78-0031A", "2", price));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.opencmas.order.purchaseorder.document.GoldenOrder#all")
    void eachVersionAndItsHistoryAreAnswered(GoldenOrder golden) {
        String auditor = Tokens.of("auditor");
        as(auditor).get("/v1/orders/{id}", golden.orderId()).then().statusCode(200);
        golden.versions().forEach(version -> {
            JsonNode document = version.get("document");
            as(auditor)
                    .get(
                            "/v1/orders/{id}/versions/{n}",
                            golden.orderId(),
                            document.get("documentVersion").asInt())
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(document.get("total").asText()))
                    .body("lines.lineId", equalTo(document.get("lines").findValuesAsText("lineId")))
                    .body("attestations", hasSize(document.get("attestations").size()));
        });
        List<String> acts = as(auditor)
                .get("/v1/orders/{id}/history", golden.orderId())
                .then()
                .statusCode(200)
                .extract()
                .path("entries.act");
        assertThat(acts).startsWith(acts(golden).toArray(String[]::new));
    }

    /** The acts of the stored rows in their order; another test may have gone on with the order since. */
    private static List<String> acts(GoldenOrder golden) {
        Map<Long, String> byNumber = new TreeMap<>();
        golden.versions().forEach(version -> {
            boolean isSubmitted = version.path("submittedAt").equals(version.get("createdAt"));
            byNumber.put(version.get("actNumber").asLong(), isSubmitted ? "SUBMITTED" : "DRAFTED");
        });
        golden.acts()
                .forEach(act -> byNumber.put(
                        act.get("actNumber").asLong(), act.get("act").asText()));
        return List.copyOf(byNumber.values());
    }

    @Test
    void anIssuedOrderIsAmendedAndTerminated() {
        UUID orderId = idOf("issued");
        act(orderId, "amendments", amendment("4.00")).then().statusCode(202).body("amendmentNumber", equalTo(1));
        Api.decide(orderId, 2, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
        act(orderId, "termination", """
                        {"ground": "FUNDING", "terminatedOn": "2026-11-24", "reason": "no money",
                         "remainingSubOrders": [{"subNumber": 1, "amount": "8.00"}]}
                        """)
                .then()
                .statusCode(200)
                .body("termination.remainingSubOrders[0].amount", equalTo("8.00"));
    }

    @Test
    void aDraftIsSentAndIssued() {
        UUID orderId = idOf("draft");
        act(orderId, "submission", "").then().statusCode(202);
        Api.decide(orderId, 1, "ISSUE");
        Api.awaitState(agency, orderId, "ISSUED");
    }

    @Test
    void anOrderThatWaitsIsDecided() {
        UUID orderId = idOf("waiting");
        Api.decide(orderId, 1, "RETURN");
        Api.awaitState(agency, orderId, "RETURNED");
    }

    @Test
    void anOrderWithEverythingShowsItsWarningAndIsAmendedToOneLine() {
        UUID orderId = idOf("returned-revised-issued-accepted");
        Api.read(agency, orderId)
                .then()
                .body("state", equalTo("ACCEPTED"))
                .body("findings.ruleId", hasItems("CERT-EXPIRY"))
                .body("acceptance.acceptedBy", equalTo("contractor-golden"))
                .body("attestations.rule", containsInAnyOrder("NSP-BEST-VALUE", "SVC-RESUMES"));
        act(orderId, "amendments", amendment("4.00")).then().statusCode(202);
        Api.decide(orderId, 3, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
        Api.read(agency, orderId).then().body("subOrders.subNumber", equalTo(List.of(2)));
    }

    @Test
    void aReturnedAmendmentIsRevisedAndIssued() {
        UUID orderId = idOf("rejected-amended-open-amendment");
        as(Tokens.buyer(agency))
                .header("If-Match", Api.etag(agency, orderId))
                .body("{\"lines\": [%s]}".formatted(line("1", "4-06-78-0031A", "2", "4.00")))
                .put("/v1/orders/{id}", orderId)
                .then()
                .statusCode(200)
                .body("amendmentNumber", equalTo(2));
        Api.decide(orderId, 4, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
        Eventually.within(Api.SOON, () -> Api.read(agency, orderId).then().body("amendmentNumber", equalTo(2)));
    }

    @Test
    void aRejectedOrderIsAmendedInItsPlaceAndCountsAgain() {
        UUID orderId = idOf("rejected-without-value");
        Api.read(agency, orderId)
                .then()
                .body("rejection.reasonCode", equalTo("OTHER"))
                .body("rejection.rejectedBy", equalTo("contractor-golden"));
        act(orderId, "amendments", amendment("4.00")).then().statusCode(202);
        Api.decide(orderId, 2, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
        Api.act(Tokens.contractor(UUID.fromString(CONTRACTOR)), agency, orderId, "acceptance", "{}")
                .then()
                .statusCode(200);
    }

    @Test
    void anAmendmentThatWaitedForEverOnATerminatedOrderHasLapsed() {
        UUID orderId = idOf("terminated-amendment-submitted");
        as(Tokens.buyer(agency))
                .get("/v1/orders/{id}/versions/2", orderId)
                .then()
                .statusCode(200)
                .body("state", equalTo("LAPSED"));
        assertThat(act(orderId, "submission", "").statusCode()).isEqualTo(409);
        Api.read(agency, orderId).then().body("termination.remainingSubOrders[0].amount", equalTo("5.00"));
    }
}
