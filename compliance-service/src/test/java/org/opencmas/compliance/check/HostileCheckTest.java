package org.opencmas.compliance.check;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.Management;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.cost.HangGuard;
import org.opencmas.testkit.fault.HeldMemory;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A check costs no more than its reading, whatever it holds")
@HangGuard
class HostileCheckTest {
    @ParameterizedTest(name = "{0} lines")
    @CsvSource({"16000", "200000"})
    void emptyLinesWithoutEndAreRefusedInFewWords(int lines) {
        Response answer = check(lines);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asByteArray().length).isLessThan(50_000);
    }

    @Test
    void manyOfThemAtOnceHoldNoMemoryAndOthersAreServedBesideThem() throws Exception {
        check(200_000);
        long before = HeldMemory.now();
        try (var clients = Executors.newFixedThreadPool(8)) {
            List<Future<Response>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(clients.submit(() -> check(200_000)));
            }
            assertThat(Management.get("/q/health/ready").statusCode()).isEqualTo(200);
            assertThat(given().get("/v1/rules").statusCode()).isEqualTo(200);
            for (Future<Response> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(400);
            }
        }
        // What the first requests of a test run leave behind is some ten megabytes; each of these could have a hundred.
        Eventually.within(
                Eventually.PATIENCE, () -> assertThat(HeldMemory.now() - before).isLessThan(80L << 20));
    }

    private static Response check(int lines) {
        return given().auth()
                .oauth2(Tokens.buyer(UUID.randomUUID()))
                .contentType(ContentType.JSON)
                .body("{\"lines\":[" + "{},".repeat(lines - 1) + "{}]}")
                .post("/v1/order-checks");
    }
}
