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
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opencmas.order.Api;
import org.opencmas.testkit.Management;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.fault.HalfSentBody;
import org.opencmas.testkit.fault.HeldMemory;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Bodies that never end take neither memory nor threads from the orders of others")
@Timeout(60)
class HalfSentOrdersTest {
    private static final long ANNOUNCED = 1_000_000;
    private static final byte[] MOST_OF_IT = new byte[900_000];
    private static final Duration SOON = Duration.ofSeconds(10);
    /** Less than a body that stopped coming is waited for. */
    private static final long PROMPT_MILLIS = 9_000;

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
        assertThat(bodies)
                .extracting(body -> body.status(Duration.ofSeconds(20)))
                .contains(503)
                .containsOnly(503, 408);
    }

    private void begin(Map<String, String> headers) {
        HalfSentBody body = HalfSentBody.post(RestAssured.port, "/v1/orders", headers, ANNOUNCED);
        bodies.add(body);
        // A server that takes no more of it keeps its sender waiting.
        Thread.ofVirtual().start(() -> body.send(MOST_OF_IT));
    }

    private void assertOthersAreServed() {
        assertPrompt(200, () -> Management.get("/q/health/ready"));
        UUID other = Api.registeredAgency();
        assertPrompt(200, () -> given().auth().oauth2(Tokens.buyer(other)).get("/v1/orders"));
        assertPrompt(202, () -> place(Tokens.buyer(other), "PO-1"));
    }

    private static Response place(String token, String number) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(order(number, UUID.randomUUID(), line("1", "4-06-78-0031A", "2", "10.00")))
                .post("/v1/orders");
    }

    private static void assertPrompt(int status, Callable<Response> request) {
        long before = System.nanoTime();
        try {
            assertThat(request.call().statusCode()).isEqualTo(status);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        assertThat((System.nanoTime() - before) / 1_000_000).isLessThan(PROMPT_MILLIS);
    }
}
