package org.opencmas.registry.pricelist;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.registry.Registry;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.Management;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.cost.HangGuard;
import org.opencmas.testkit.fault.HalfSentBody;
import org.opencmas.testkit.fault.HeldMemory;

@QuarkusTest
@DisplayName(
        "A file that is long in coming holds neither a thread nor a connection, nor a list without end the service")
@HangGuard
class SlowImportsTest {
    private static final byte[] BEGIN =
            "item_id,description,unit,price\nA,Turf,each,1.00\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "B,Infill,each,2.00\n".getBytes(StandardCharsets.UTF_8);
    private static final Duration SOON = Eventually.PATIENCE;

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
            assertThat(given().get("/v1/agreements?description=turf").statusCode())
                    .isEqualTo(200);
            assertThat(Management.get("/q/health/ready").statusCode()).isEqualTo(200);
        }
        assertThat(imports).as("those that are waited for meanwhile").allMatch(HalfSentBody::isUnanswered);
        assertThat(HeldMemory.now() - before).isLessThan(80L << 20);
        imports.forEach(file -> file.send(END));
        assertThat(imports).extracting(file -> file.status(SOON)).containsOnly(201);
    }

    @Test
    void ofSixteenTriesAtOnceOneIsTakenInAndTheOthersAreToldSoBeforeTheyAre() {
        String agreement = Registry.agreement("Impatient Importer");
        Map<String, String> headers = Map.of(
                "Authorization",
                "Bearer " + Tokens.of("dgs-analyst"),
                "Content-Type",
                "text/csv; charset=utf-8",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        String path = "/v1/price-list-imports?agreement=" + agreement;
        for (int i = 0; i < 16; i++) {
            imports.add(HalfSentBody.post(RestAssured.port, path, headers, BEGIN.length + END.length)
                    .send(BEGIN));
        }
        Eventually.within(
                SOON,
                () -> assertThat(imports).filteredOn(HalfSentBody::isUnanswered).hasSize(1));
        for (HalfSentBody one : imports) {
            boolean isTakenIn = one.isUnanswered();
            assertThat(isTakenIn ? one.send(END).status(SOON) : one.status(SOON))
                    .isEqualTo(isTakenIn ? 201 : 409);
        }
    }

    @Test
    void sixteenThousandBlankNamesAreRefusedAtOnce() {
        String names = String.join(",", Collections.nCopies(16_000, "\" \""));
        var answer = Registry.post("/v1/contractors", "{\"legalName\": \"Many\", \"formerNames\": [" + names + "]}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/formerNames");
        assertThat(answer.asByteArray().length).isLessThan(1_000);
    }
}
