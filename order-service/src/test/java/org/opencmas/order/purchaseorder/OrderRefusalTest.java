package org.opencmas.order.purchaseorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.Api;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Requests that are refused store nothing and say all that is wrong")
class OrderRefusalTest {
    private final Database database = new Database(OwnerDatabase.dataSource());

    private final UUID contractor = UUID.randomUUID();
    private UUID agency;
    private String buyer;

    @BeforeEach
    void registerAgency() {
        agency = Api.registeredAgency();
        buyer = Tokens.buyer(agency);
    }

    private String simple(String number) {
        return order(number, contractor, line("1", "4-06-78-0031A", "2", "10.00"));
    }

    private long storedOrders() {
        return database.with(connection -> {
            try (var select =
                    connection.prepareStatement("select (select count(*) from purchase_order where agency_id = ?)"
                            + " + (select count(*) from idempotent_request where caller = ?)")) {
                select.setObject(1, agency);
                select.setString(2, "erp-" + agency);
                try (var row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            malformed JSON     | {"agencyOrderNumber": "x",,}                | 400
            an array           | []                                          | 400
            a text             | "order"                                     | 400
            null               | null                                        | 400
            an empty object    | {}                                          | 400
            lines as text      | {"lines": "none"}                           | 400
            an unknown field   | {"agencyOrderNumer": "PO-1"}                | 400
            """)
    void aBodyThatIsNoOrderIsRefused(String what, String body, int status) {
        acting(buyer)
                .body(body)
                .post("/v1/orders")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", notNullValue())
                .body("detail", notNullValue());
        assertThat(storedOrders()).isZero();
    }

    @Test
    void anAbsentBodyIsRefused() {
        acting(buyer).post("/v1/orders").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aBodyOfTenMegabytesIsRefused() {
        acting(buyer)
                .body("{\"agencyOrderNumber\": \"" + "x".repeat(10_000_000) + "\"}")
                .post("/v1/orders")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
        assertThat(storedOrders()).isZero();
    }

    @Test
    void anotherMediaTypeIsRefused() {
        acting(buyer)
                .contentType("text/csv")
                .body("a,b")
                .post("/v1/orders")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void aPackedBodyIsRefusedAsPacked() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(simple("PO-1").getBytes(StandardCharsets.UTF_8));
        }
        acting(buyer)
                .header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post("/v1/orders")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unsupported-media-type"))
                .body("detail", startsWith("Bodies are taken unencoded."));
        assertThat(storedOrders()).isZero();
    }

    @Test
    void whatCannotBeReadAndWhatTheRestSaysAreNamedAtOnce() {
        acting(buyer)
                .body("""
                        {"agencyOrderNumer": "PO-1", "orderDate": "2026-13-01", "contractorId": "me", "lines": [
                         {"lineId": "1", "cmasNumber": "4-06-78-0031A", "description": "d", "unit": "u", "quantity": "many",
                          "unitPrice": 1.00, "amount": "3.00", "nsp": "no"}, 7]}
                        """)
                .post("/v1/orders")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/agencyOrderNumer",
                                "/agencyOrderNumber",
                                "/orderDate",
                                "/contractorId",
                                "/lines/0/quantity",
                                "/lines/0/unitPrice",
                                "/lines/0/nsp",
                                "/lines/1"));
        assertThat(storedOrders()).isZero();
    }

    @Test
    void everyFaultOfAnOrderIsNamedAtOnce() {
        acting(buyer)
                .body("""
                        {"agencyOrderNumber": "", "orderDate": "yesterday", "contractorId": "me", "tax": "-1", "lines": [
                         {"lineId": "1", "cmasNumber": "7-20-99-42", "description": "d", "unit": "u", "quantity": "0",
                          "unitPrice": "1.0000001"},
                         {"lineId": "1", "cmasNumber": "4-06-78-0031A", "description": "d", "unit": "u", "quantity": "2",
                          "unitPrice": "1.00", "amount": "3.00", "supportsLineIds": ["7"]}]}
                        """)
                .post("/v1/orders")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/agencyOrderNumber",
                                "/orderDate",
                                "/contractorId",
                                "/tax",
                                "/lines/0/cmasNumber",
                                "/lines/0/quantity",
                                "/lines/0/unitPrice",
                                "/lines/1/lineId",
                                "/lines/1/amount",
                                "/lines/1/supportsLineIds/0"));
        assertThat(storedOrders()).isZero();
    }

    @Test
    void wrongTypesAndUnknownFieldsAreNamedWithTheNearestName() {
        acting(buyer)
                .body("{\"agencyOrderNumber\": [], \"lines\": [{\"qantity\": \"1\", \"nsp\": \"maybe\"}]}")
                .post("/v1/orders")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/agencyOrderNumber",
                                "/orderDate",
                                "/contractorId",
                                "/lines/0/qantity",
                                "/lines/0/nsp",
                                "/lines/0/cmasNumber",
                                "/lines/0/quantity",
                                "/lines/0/unitPrice",
                                "/lines/0/lineId",
                                "/lines/0/description",
                                "/lines/0/unit"))
                .body("errors.find { it.pointer == '/lines/0/qantity' }.remedy", equalTo("Did you mean quantity?"));
    }

    @Test
    void anActNeedsAKey() {
        as(buyer)
                .body(simple("PO-K"))
                .post("/v1/orders")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("Idempotency-Key"));
    }

    @Test
    void callersWithoutTheRoleOrATokenAreRefused() {
        acting(Tokens.of("auditor"))
                .body(simple("PO-R"))
                .post("/v1/orders")
                .then()
                .statusCode(403);
        acting(Tokens.of("agency-buyer"))
                .body(simple("PO-R"))
                .post("/v1/orders")
                .then()
                .statusCode(403);
        acting(Tokens.forged("agency-buyer"))
                .body(simple("PO-R"))
                .post("/v1/orders")
                .then()
                .statusCode(401);
        io.restassured.RestAssured.given()
                .get("/v1/orders")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void anUnregisteredAgencyCannotOrder() {
        Api.place(UUID.randomUUID(), simple("PO-U"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/agency-not-registered"));
    }

    @Test
    void anotherAgencyCannotBeNamed() {
        Api.place(agency, simple("PO-A").replaceFirst("\\{", "{\"agencyId\": \"" + UUID.randomUUID() + "\", "))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/agencyId"));
    }
}
