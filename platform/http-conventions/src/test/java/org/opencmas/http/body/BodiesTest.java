package org.opencmas.http.body;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.http.NoteGate;
import org.opencmas.http.TestDatabase;
import org.opencmas.http.TestTicker;
import org.opencmas.http.TestTokens;
import org.opencmas.terms.Roles;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.Management;
import org.opencmas.testkit.fault.HalfSentBody;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@DisplayName("A body costs neither a thread nor a connection until it is whole")
class BodiesTest {
    private static final String BUYER = TestTokens.of("bodies-1", Map.of(), Roles.AGENCY_BUYER);
    private static final String AUDITOR = TestTokens.of("bodies-2", Map.of(), Roles.AUDITOR);
    private static final Duration SOON = Eventually.PATIENCE;
    private static final byte[] NOTE = "{\"text\":\"sent in parts\"}".getBytes(StandardCharsets.US_ASCII);

    @Test
    void whoMayNotCallIsToldBeforeTheBodyIsThere() {
        try (HalfSentBody none =
                        HalfSentBody.post(port(), "/v1/notes", Map.of("Content-Type", "application/json"), 1 << 20);
                HalfSentBody other =
                        HalfSentBody.post(port(), "/v1/notes", headers(AUDITOR, "application/json"), 1 << 20);
                HalfSentBody lost =
                        HalfSentBody.post(port(), "/v1/nowhere", headers(BUYER, "application/json"), 1 << 20)) {
            assertThat(none.status(SOON)).isEqualTo(401);
            assertThat(other.status(SOON)).isEqualTo(403);
            assertThat(lost.status(SOON)).isEqualTo(404);
            assertThat(none.isClosedWithin(SOON)).isTrue();
            assertThat(other.isClosedWithin(SOON)).isTrue();
            assertThat(lost.isClosedWithin(SOON)).isTrue();
        }
    }

    @Test
    void aBodyInPartsIsReadWhenItIsWhole() {
        try (HalfSentBody body =
                HalfSentBody.post(port(), "/v1/notes", headers(BUYER, "application/json"), NOTE.length)) {
            for (byte next : NOTE) {
                body.send(new byte[] {next});
            }
            assertThat(body.status(SOON)).isEqualTo(201);
        }
    }

    @Test
    void aBodyThatTricklesIsRefusedAndItsConnectionEnds() {
        try (HalfSentBody body = HalfSentBody.post(port(), "/v1/notes", headers(BUYER, "application/json"), 900_000)) {
            body.send(NOTE);
            assertThat(body.status(SOON)).isEqualTo(408);
            assertThat(body.isClosedWithin(SOON)).isTrue();
        }
    }

    @Test
    void aHundredTricklingBodiesKeepNobodyWaiting() {
        List<HalfSentBody> bodies = new ArrayList<>();
        TestTicker.hold();
        try {
            for (int i = 0; i < 100; i++) {
                String type = i % 2 == 0 ? "application/json" : "text/csv";
                String path = i % 2 == 0 ? "/v1/notes" : "/v1/imports?text=slow";
                bodies.add(HalfSentBody.post(port(), path, headers(BUYER, type), 900_000)
                        .send(NOTE));
            }
            assertThat(given().get("/v1/notes").statusCode()).isEqualTo(200);
            assertThat(Management.get("/q/health/ready").statusCode()).isEqualTo(200);
            assertThat(note(BUYER, UUID.randomUUID().toString()).statusCode()).isEqualTo(201);
            // Of the files some are refused at once: their caller's share of the memory is taken.
            assertThat(bodies)
                    .as("those that are waited for meanwhile")
                    .filteredOn(HalfSentBody::isUnanswered)
                    .hasSizeGreaterThan(50);
        } finally {
            TestTicker.release();
            bodies.forEach(HalfSentBody::close);
        }
    }

    @Test
    void oneCallersBodiesDoNotTakeTheMemoryOfOthers() {
        List<HalfSentBody> bodies = new ArrayList<>();
        TestTicker.hold();
        try {
            // 8 MB are there for all, 4 MB for one caller: see this module's test configuration.
            for (int i = 0; i < 8; i++) {
                bodies.add(HalfSentBody.post(port(), "/v1/notes", headers(BUYER, "application/json"), 1_000_000)
                        .send(new byte[900_000]));
            }
            Eventually.within(SOON, () -> assertThat(answered(bodies)).hasSizeGreaterThanOrEqualTo(3));
            String other = TestTokens.of("bodies-3", Map.of(), Roles.AGENCY_BUYER);
            assertThat(note(other, UUID.randomUUID().toString()).statusCode()).isEqualTo(201);
            assertThat(answered(bodies)).hasSizeLessThanOrEqualTo(5).allMatch(body -> body.status(SOON) == 503);
        } finally {
            TestTicker.release();
            bodies.forEach(HalfSentBody::close);
        }
    }

    @Test
    void aFileIsReadFromItsStartToItsEnd() {
        byte[] file = new byte[(3 << 20) + 17];
        for (int i = 0; i < file.length; i++) {
            file[i] = (byte) ('a' + i % 26);
        }
        Response first = upload(file);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.jsonPath().getLong("length")).isEqualTo(file.length);
        assertThat(first.jsonPath().getString("end"))
                .isEqualTo(new String(file, file.length - 5, 5, StandardCharsets.US_ASCII));
    }

    @Test
    void retriesOfARequestInFlightAreAnsweredWhileItIsHandled() throws Exception {
        String key = UUID.randomUUID().toString();
        NoteGate.close();
        try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
            var answers = new ExecutorCompletionService<Response>(clients);
            for (int i = 0; i < 16; i++) {
                answers.submit(() -> heldNote(key));
            }
            for (int i = 0; i < 15; i++) {
                Response answer = answers.take().get();
                assertThat(answer.statusCode()).isEqualTo(409);
                assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/request-in-flight");
                assertThat(answer.header("Retry-After")).isEqualTo("2");
            }
            NoteGate.open();
            assertThat(answers.take().get().statusCode()).isEqualTo(201);
            assertThat(heldNote(key).header("Idempotency-Replayed")).isEqualTo("true");
        } finally {
            NoteGate.open();
        }
    }

    private static List<HalfSentBody> answered(List<HalfSentBody> bodies) {
        return bodies.stream().filter(body -> !body.isUnanswered()).toList();
    }

    private static Response heldNote(String key) {
        return given().auth()
                .oauth2(BUYER)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"text\":\"" + NoteGate.HELD + "\"}")
                .post("/v1/notes");
    }

    private static Response note(String token, String key) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(NOTE)
                .post("/v1/notes");
    }

    private static Response upload(byte[] body) {
        return given().auth().oauth2(BUYER).contentType("text/csv").body(body).post("/v1/files");
    }

    private static Map<String, String> headers(String token, String type) {
        return Map.of(
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                type,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private static int port() {
        return RestAssured.port;
    }
}
