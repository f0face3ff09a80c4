package org.opencmas.order.purchaseorder.placing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.Management;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.cost.HangGuard;
import org.opencmas.testkit.fault.HalfSentBody;
import org.opencmas.testkit.fault.HeldMemory;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Bodies that never end take neither memory nor threads from the orders of others")
@HangGuard
class HalfSentOrdersTest {
    private static final long ANNOUNCED = 1_000_000;
    private static final byte[] MOST_OF_IT = new byte[900_000];
    private static final Duration SOON = Eventually.PATIENCE;

    private final List<HalfSentBody> bodies = new ArrayList<>();
    private UUID agency;
    private String buyer;

    @BeforeEach
    void registerAgency() {
        agency = Api.registeredAgency();
        buyer = Tokens.buyer(agency);
        // The first requests of a test run are slow by themselves.
        Management.get("/q/health/ready");
        given().auth().oauth2(buyer).get("/v1/orders");
        place(buyer, "PO-0").then().statusCode(202);
    }

    @AfterEach
    void hangUp() {
        bodies.forEach(HalfSentBody::close);
    }

    @Test
    void twoHundredFiftyStrangersAreTurnedAwayBeforeTheirBodies() {
        long before = HeldMemory.now();
        for (int i = 0; i < 250; i++) {
            begin(Map.of("Content-Type", "application/json"));
        }
        assertOthersAreServed();
        assertThat(bodies).allMatch(body -> body.status(SOON) == 401);
        assertThat(HeldMemory.now() - before).isLessThan(80L << 20);
        assertThat(bodies).allMatch(body -> body.isClosedWithin(SOON));
    }

    @Test
    void oneHundredBodiesOfOneTenantHoldNoMoreThanItsShare() {
        long before = HeldMemory.now();
        for (int i = 0; i < 100; i++) {
            begin(Map.of(
                    "Authorization",
                    "Bearer " + buyer,
                    "Content-Type",
                    "application/json",
                    "Idempotency-Key",
                    UUID.randomUUID().toString()));
        }
        assertOthersAreServed();
        assertThat(HeldMemory.now() - before).isLessThan(80L << 20);
        Eventually.within(SOON, () -> assertThat(refused()).isNotEmpty());
        assertThat(refused())
                .as("beside some that are still waited for")
                .hasSizeLessThan(bodies.size())
                .allMatch(body -> body.status(SOON) == 503);
    }

    private void begin(Map<String, String> headers) {
        HalfSentBody body = HalfSentBody.post(RestAssured.port, "/v1/orders", headers, ANNOUNCED);
        bodies.add(body);
        // A server that takes no more of it keeps its sender waiting.
        Thread.ofVirtual().start(() -> body.send(MOST_OF_IT));
    }

    private List<HalfSentBody> refused() {
        return bodies.stream().filter(body -> !body.isUnanswered()).toList();
    }

    private void assertOthersAreServed() {
        assertThat(Management.get("/q/health/ready").statusCode()).isEqualTo(200);
        UUID other = Api.registeredAgency();
        assertThat(given().auth().oauth2(Tokens.buyer(other)).get("/v1/orders").statusCode())
                .isEqualTo(200);
        assertThat(place(Tokens.buyer(other), "PO-1").statusCode()).isEqualTo(202);
    }

    private static Response place(String token, String number) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(order(number, UUID.randomUUID(), line("1", "4-06-78-0031A", "2", "10.00")))
                .post("/v1/orders");
    }
}
