package org.opencmas.order.purchaseorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.fault.AtOnce;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("The same request sent twice, at once or late, counts once")
class OrderSentTwiceTest {
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
        List<Response> answers = AtOnce.times(
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
        List<Response> answers = AtOnce.times(
                2,
                () -> acting(buyer)
                        .header("If-Match", etag)
                        .body("""
                                {"amendmentDate": "2026-03-03", "reason": "more", "lines": [%s]}
                                """.formatted(line("1", "4-06-78-0031A", "3", "10.00")))
                        .post("/v1/orders/{id}/amendments", orderId));
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(202, 412);
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
}
