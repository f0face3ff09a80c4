package org.opencmas.registry.pricelist;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opencmas.registry.Registry;
import org.opencmas.testkit.Management;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.fault.HalfSentBody;
import org.opencmas.testkit.fault.HeldMemory;

@QuarkusTest
@DisplayName(
        "A file that is long in coming holds neither a thread nor a connection, nor a list without end the service")
@Timeout(90)
class SlowImportsTest {
    private static final byte[] BEGIN =
            "item_id,description,unit,price\nA,Turf,each,1.00\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "B,Infill,each,2.00\n".getBytes(StandardCharsets.UTF_8);
    private static final Duration SOON = Duration.ofSeconds(3);

    private final List<HalfSentBody> imports = new ArrayList<>();

    @AfterEach
    void hangUp() {
        imports.forEach(HalfSentBody::close);
    }

    @Test
    void sixteenSlowImportsLeaveSearchAndReadinessAndAreTakenInTheEnd() {
        List<String> agreements = IntStream.range(0, 16)
                .mapToObj(i -> Registry.agreement("Slow Importer " + i))
                .toList();
        long before = HeldMemory.now();
        for (String agreement : agreements) {
            imports.add(HalfSentBody.post(
                            RestAssured.port,
                            "/v1/price-list-imports?agreement=" + agreement,
                            Map.of(
                                    "Authorization",
                                    "Bearer " + Tokens.of("dgs-analyst"),
                                    "Content-Type",
                                    "text/csv; charset=utf-8",
                                    "Idempotency-Key",
                                    UUID.randomUUID().toString()),
                            BEGIN.length + END.length)
                    .send(BEGIN));
        }
        for (int i = 0; i < 10; i++) {
            assertPrompt(() -> given().get("/v1/agreements?description=turf"));
            assertPrompt(() -> Management.get("/q/health/ready"));
        }
        assertThat(HeldMemory.now() - before).isLessThan(80L << 20);
        imports.forEach(file -> file.send(END));
        assertThat(imports)
                .extracting(file -> file.status(Duration.ofSeconds(40)))
                .containsOnly(201);
    }

    @Test
    void aRetryOfAnImportInFlightIsToldSoBeforeItIsTakenIn() {
        String agreement = Registry.agreement("Impatient Importer");
        Map<String, String> headers = Map.of(
                "Authorization",
                "Bearer " + Tokens.of("dgs-analyst"),
                "Content-Type",
                "text/csv; charset=utf-8",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        String path = "/v1/price-list-imports?agreement=" + agreement;
        HalfSentBody first = HalfSentBody.post(RestAssured.port, path, headers, BEGIN.length + END.length)
                .send(BEGIN);
        imports.add(first);
        assertThat(first.status(Duration.ofMillis(500))).isZero();
        for (int i = 0; i < 15; i++) {
            HalfSentBody retry = HalfSentBody.post(RestAssured.port, path, headers, BEGIN.length + END.length)
                    .send(BEGIN);
            imports.add(retry);
            assertThat(retry.status(SOON)).isEqualTo(409);
        }
        assertThat(first.send(END).status(Duration.ofSeconds(20))).isEqualTo(201);
    }

    @Test
    void sixteenThousandBlankNamesAreRefusedAtOnce() {
        String names = String.join(",", Collections.nCopies(16_000, "\" \""));
        long before = System.nanoTime();
        var answer = Registry.post("/v1/contractors", "{\"legalName\": \"Many\", \"formerNames\": [" + names + "]}");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/formerNames");
        assertThat(answer.asByteArray().length).isLessThan(1_000);
    }

    private static void assertPrompt(Supplier<Response> call) {
        long before = System.nanoTime();
        assertThat(call.get().statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
    }
}
