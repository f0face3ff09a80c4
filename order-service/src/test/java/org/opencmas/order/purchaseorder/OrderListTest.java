package org.opencmas.order.purchaseorder;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Each caller finds the orders that it may see, newest first")
class OrderListTest {
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
}
