package org.opencmas.order.purchaseorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    @Test
    void theSameKeyAnswersTheSameAndAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        Response first =
                as(buyer).header("Idempotency-Key", key).body(simple("PO-1")).post("/v1/orders");
        Response again =
                as(buyer).header("Idempotency-Key", key).body(simple("PO-1")).post("/v1/orders");
        first.then().statusCode(202);
        again.then().statusCode(202).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        as(buyer)
                .header("Idempotency-Key", key)
                .body(simple("PO-2"))
                .post("/v1/orders")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        assertThat(storedOrders()).isEqualTo(2); // one order, one key
    }

    @Test
    void anotherOrderUnderTheSameNumberShowsTheDifference() {
        UUID orderId = Api.placed(agency, simple("PO-1"));
        Api.place(agency, simple("PO-1"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/order-already-placed"))
                .body("location", equalTo("/v1/orders/" + orderId));
        Api.place(agency, simple("PO-1").replace("10.00", "11.00"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/order-number-taken"))
                .body("differences.pointer", hasItem("/lines/0/unitPrice"))
                .body("differences.find { it.pointer == '/lines/0/unitPrice' }.stored", equalTo("10.00"))
                .body("differences.find { it.pointer == '/lines/0/unitPrice' }.sent", equalTo("11.00"));
        Api.placed(Api.registeredAgency(), simple("PO-1")); // another agency has numbers of its own
        assertThat(storedOrders()).isEqualTo(2);
    }

    @Test
    void sixteenRequestsWithOneKeyPlaceOneOrder() {
        String key = UUID.randomUUID().toString();
        List<Response> answers = atOnce(
                16,
                () -> as(buyer)
                        .header("Idempotency-Key", key)
                        .body(simple("PO-1"))
                        .post("/v1/orders"));
        assertThat(answers).extracting(Response::statusCode).containsOnly(202);
        assertThat(answers)
                .extracting(answer -> answer.header("Location"))
                .containsOnly(answers.getFirst().header("Location"));
        assertThat(answers.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
                .hasSize(1);
        assertThat(storedOrders()).isEqualTo(2);
    }

    @Test
    void ofTwoAmendmentsAtOnceOneWins() {
        UUID orderId = Api.issued(agency, simple("PO-1"));
        String etag = Api.etag(agency, orderId);
        List<Response> answers = atOnce(
                2,
                () -> acting(buyer)
                        .header("If-Match", etag)
                        .body("""
                                {"amendmentDate": "2026-03-03", "reason": "more", "lines": [%s]}
                                """.formatted(line("1", "4-06-78-0031A", "3", "10.00")))
                        .post("/v1/orders/{id}/amendments", orderId));
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(202, 412);
    }

    private static List<Response> atOnce(int times, Callable<Response> request) {
        try (var threads = Executors.newFixedThreadPool(times)) {
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : threads.invokeAll(java.util.Collections.nCopies(times, request))) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aChangeNeedsTheCurrentVersion() {
        UUID orderId = Api.issued(agency, simple("PO-1"));
        String body = "{\"ground\": \"FUNDING\", \"terminatedOn\": \"2026-04-01\", \"reason\": \"r\"}";
        acting(buyer)
                .body(body)
                .post("/v1/orders/{id}/termination", orderId)
                .then()
                .statusCode(428);
        acting(buyer)
                .header("If-Match", "\"1\"")
                .body(body)
                .post("/v1/orders/{id}/termination", orderId)
                .then()
                .statusCode(412);
        Api.read(agency, orderId).then().body("state", equalTo("ISSUED"));
    }

    @Test
    void anotherTenantsOrderIsNotThere() {
        UUID issued = Api.issued(agency, simple("PO-1"));
        UUID submitted = Api.placed(agency, simple("PO-2"));
        String stranger = Tokens.buyer(Api.registeredAgency());
        for (String path : List.of("", "/history", "/versions/1")) {
            as(stranger)
                    .get("/v1/orders/" + issued + path)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/not-found"));
            as(Tokens.contractor(UUID.randomUUID()))
                    .get("/v1/orders/" + issued + path)
                    .then()
                    .statusCode(404);
            as(Tokens.contractor(contractor))
                    .get("/v1/orders/" + issued + path)
                    .then()
                    .statusCode(200);
            as(Tokens.contractor(contractor))
                    .get("/v1/orders/" + submitted + path)
                    .then()
                    .statusCode(404);
            as(Tokens.of("compliance-reviewer"))
                    .get("/v1/orders/" + submitted + path)
                    .then()
                    .statusCode(200);
        }
        acting(stranger)
                .header("If-Match", "*")
                .body("{\"ground\": \"FUNDING\", \"terminatedOn\": \"2026-04-01\", \"reason\": \"r\"}")
                .post("/v1/orders/{id}/termination", issued)
                .then()
                .statusCode(404);
        acting(Tokens.contractor(UUID.randomUUID()))
                .header("If-Match", "*")
                .body("{}")
                .post("/v1/orders/{id}/acceptance", issued)
                .then()
                .statusCode(404);
        as(stranger).get("/v1/orders").then().body("items", hasSize(0));
        as(Tokens.contractor(contractor)).get("/v1/orders").then().body("items.orderId", contains(issued.toString()));
    }

    @Test
    void listsArePagedNewestFirstAndFiltered() {
        UUID first = Api.placed(agency, simple("PO-1"));
        UUID second = Api.placed(agency, order("PO-2", contractor, line("1", "3-12-70-2473E", "1", "1.00")));
        UUID third = Api.placed(agency, simple("PO-3"));
        String next = as(buyer)
                .get("/v1/orders?limit=2")
                .then()
                .statusCode(200)
                .body("items.orderId", contains(third.toString(), second.toString()))
                .extract()
                .path("next");
        as(buyer).urlEncodingEnabled(false).get(next).then().body("items.orderId", contains(first.toString()));
        as(buyer)
                .get("/v1/orders?cmasNumber=3-12-70-2473e&state=SUBMITTED&from=2026-03-02&through=2026-03-02")
                .then()
                .body("items.orderId", contains(second.toString()))
                .body("items[0].total", equalTo("142.88"));
        as(buyer).get("/v1/orders?from=2026-03-03").then().body("items", hasSize(0));
        as(buyer)
                .get("/v1/orders?from=x&state=NEW&cmasNumber=1")
                .then()
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("from", "state", "cmasNumber"));
        as(buyer).get("/v1/orders?cursor=x").then().statusCode(400);
        as(buyer).get("/v1/orders?limit=201").then().statusCode(400);
    }

    @Test
    void theOrdersOfSomeDaysAreNewestFirstWhateverDayTheyBear() {
        UUID first = Api.placed(agency, simple("PO-1").replace("2026-03-02", "2025-11-06"));
        UUID second = Api.placed(agency, simple("PO-2").replace("2026-03-02", "2025-11-05"));
        UUID third = Api.placed(agency, simple("PO-3").replace("2026-03-02", "2025-11-06"));
        Api.placed(agency, simple("PO-4").replace("2026-03-02", "2025-11-07"));
        String analyst = Tokens.of("dgs-analyst");
        String next = as(analyst)
                .get("/v1/orders?from=2025-11-05&through=2025-11-06&limit=2")
                .then()
                .statusCode(200)
                .body("items.orderId", contains(third.toString(), second.toString()))
                .extract()
                .path("next");
        as(analyst).urlEncodingEnabled(false).get(next).then().body("items.orderId", contains(first.toString()));
        as(analyst)
                .get("/v1/orders?from=2025-11-06&through=2025-11-06&state=SUBMITTED")
                .then()
                .body("items.orderId", contains(third.toString(), first.toString()));
        as(analyst).get("/v1/orders?from=2025-11-06&through=2025-11-05").then().body("items", hasSize(0));
        as(analyst)
                .get("/v1/orders?from=2020-01-01&through=2025-11-05")
                .then()
                .body("items.orderId", contains(second.toString()));
    }

    @Test
    @DisplayName("ORD-AMEND-NUMBER: a new order number is refused as an amendment; so is a gap")
    void anAmendmentKeepsWhatNamesTheOrder() {
        UUID orderId = Api.issued(agency, simple("PO-1"));
        String lines = line("1", "4-06-78-0031A", "3", "10.00");
        String amendment = "{\"amendmentDate\": \"2026-03-03\", \"reason\": \"more\", %s \"lines\": [" + lines + "]}";
        Api.act(buyer, agency, orderId, "amendments", amendment.formatted("\"agencyOrderNumber\": \"PO-9\","))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/amendment-keeps-order-number"))
                .body("errors.pointer", contains("/agencyOrderNumber"));
        Api.act(buyer, agency, orderId, "amendments", amendment.formatted("\"amendmentNumber\": 2,"))
                .then()
                .statusCode(422)
                .body("nextAmendmentNumber", equalTo(1));
        Api.act(buyer, agency, orderId, "amendments", "{\"amendmentDate\": \"2026-03-01\", \"lines\": [" + lines + "]}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/amendmentDate", "/reason"));
        Api.act(
                        buyer,
                        agency,
                        orderId,
                        "amendments",
                        amendment.replace("2026-03-03", "1989-12-31").formatted(""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/amendmentDate"));
        Api.act(buyer, agency, orderId, "amendments", "{\"fromRejection\": true}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/nothing-rejected"));
        Api.act(buyer, agency, orderId, "amendments", amendment.formatted(""))
                .then()
                .statusCode(202);
        Api.decide(orderId, 2, "ISSUE");
        Api.awaitState(agency, orderId, "AMENDED");
        Api.act(buyer, agency, orderId, "amendments", amendment.formatted("\"amendmentNumber\": 1, \"tax\": \"1.00\","))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/order-number-taken"))
                .body("differences.pointer", hasItem("/tax"));
    }

    @ParameterizedTest(name = "{0} := {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /lines/0/amount     | 1.00        | /pointer
            /total              | 1.00        | /pointer
            /lines/7/unitPrice  | 1.00        | /pointer
            /lines              | x           | /pointer
            unitPrice           | 1.00        | /pointer
            /lines/0/unitPrice  | cheap       | /rightValue
            /lines/0/cmasNumber | 7-20-99-42  | /rightValue
            /lines/0/nsp        | perhaps     | /rightValue
            """)
    void aRejectionWhoseRightValueCouldNotStandThereIsRefused(String pointer, String value, String fault) {
        UUID orderId = Api.issued(agency, simple("PO-1"));
        Api.act(Tokens.contractor(contractor), agency, orderId, "rejection", """
                        {"reasonCode": "PRICE", "pointer": "%s", "rightValue": "%s", "reason": "r"}
                        """.formatted(pointer, value))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(fault));
        Api.read(agency, orderId).then().body("state", equalTo("ISSUED"));
    }

    @Test
    void aRejectionNamesItsReasonAndBothOrNeitherOfPointerAndValue() {
        UUID orderId = Api.issued(agency, simple("PO-1"));
        Api.act(Tokens.contractor(contractor), agency, orderId, "rejection", "{\"rightValue\": \"1\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/reasonCode", "/pointer", "/reason"));
        Api.act(Tokens.contractor(contractor), agency, orderId, "rejection", """
                        {"reasonCode": "CMAS_EXPIRED", "reason": "expired in February"}
                        """)
                .then()
                .statusCode(200);
        Api.act(buyer, agency, orderId, "amendments", "{\"fromRejection\": true}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/no-right-value"))
                .body("detail", startsWith("The rejection names no right value"));
    }
}
