package org.opencmas.http.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.http.Notes.add;
import static org.opencmas.http.Notes.as;
import static org.opencmas.http.Notes.assertProblem;
import static org.opencmas.http.Notes.key;
import static org.opencmas.http.Notes.note;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.http.TestDatabase;
import org.opencmas.http.TestTokens;
import org.opencmas.terms.Roles;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@DisplayName("A request with an idempotency key acts once")
class IdempotencyKeysTest {
    private static final String BUYER = TestTokens.of("buyer-1", Map.of(), Roles.AGENCY_BUYER);
    private static final String OTHER_BUYER = TestTokens.of("buyer-2", Map.of(), Roles.AGENCY_BUYER);

    @Inject
    DataSource database;

    @Test
    void theSameRequestAgainIsAnsweredFromTheStore() throws SQLException {
        String key = key();
        String text = key();
        Response first = add(BUYER, key, text);
        Response second = add(BUYER, key, text);
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .endsWith("/v1/notes/" + first.path("id"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(second.contentType()).isEqualTo(first.contentType()).startsWith("application/json");
        assertThat(notes(text)).isEqualTo(1);
    }

    @Test
    void theKeyWithAnotherBodyIsRefused() throws SQLException {
        String key = key();
        String other = key();
        add(BUYER, key, key());
        assertProblem(add(BUYER, key, other), 422, "idempotency-key-reused");
        assertThat(notes(other)).isZero();
    }

    @Test
    void theKeyAtAnotherPathIsRefused() {
        String key = key();
        String text = key();
        add(BUYER, key, text);
        assertProblem(
                as(BUYER).header("Idempotency-Key", key).body(note(text)).post("/v1/rest-notes"),
                422,
                "idempotency-key-reused");
        assertProblem(
                as(BUYER).header("Idempotency-Key", key).body(note(text)).post("/v1/notes?mark=1"),
                422,
                "idempotency-key-reused");
    }

    @Test
    void keysOfDifferentCallersDoNotMeet() {
        String key = key();
        assertThat(add(BUYER, key, key()).statusCode()).isEqualTo(201);
        Response other = add(OTHER_BUYER, key, key());
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.header("Idempotency-Replayed")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse-", "answer-refusal-"})
    void aRefusalRollsBackAndFreesTheKey(String prefix) throws SQLException {
        String key = key();
        String text = prefix + key();
        assertThat(add(BUYER, key, text).statusCode()).isEqualTo(409);
        assertThat(notes(text)).isZero();
        assertThat(add(BUYER, key, key()).statusCode()).isEqualTo(201);
    }

    @Test
    void anInvalidBodyFreesTheKey() {
        String key = key();
        assertProblem(add(BUYER, key, " "), 400, "invalid-request");
        assertThat(add(BUYER, key, key()).statusCode()).isEqualTo(201);
    }

    @Test
    void requestsAtTheSameTimeWithTheSameKeyActOnce() throws Exception {
        String key = key();
        String text = key();
        try (ExecutorService clients = Executors.newFixedThreadPool(6)) {
            List<Future<Response>> answers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                answers.add(clients.submit(() -> as(BUYER)
                        .header("Idempotency-Key", key)
                        .body("{\"text\":\"" + text + "\",\"delayMillis\":300}")
                        .post("/v1/notes")));
            }
            int fresh = 0;
            for (Future<Response> answer : answers) {
                boolean created = answer.get().statusCode() == 201;
                if (!created) {
                    assertProblem(answer.get(), 409, "request-in-flight");
                    assertThat(answer.get().header("Retry-After")).isEqualTo("2");
                }
                fresh += created && answer.get().header("Idempotency-Replayed") == null ? 1 : 0;
            }
            assertThat(fresh).isEqualTo(1);
            assertThat(notes(text)).isEqualTo(1);
        }
    }

    @Test
    void aRestResponseIsKeptToo() {
        String key = key();
        String text = key();
        Response first =
                as(BUYER).header("Idempotency-Key", key).body(note(text)).post("/v1/rest-notes");
        Response second =
                as(BUYER).header("Idempotency-Key", key).body(note(text)).post("/v1/rest-notes");
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void aStreamedBodyIsKnownAgainByEveryByte() {
        String key = key();
        String text = key();
        byte[] body = new byte[3 << 20];
        assertThat(upload(key, text, body).statusCode()).isEqualTo(200);
        assertThat(upload(key, text, body).header("Idempotency-Replayed")).isEqualTo("true");
        body[body.length - 1] = 1;
        assertProblem(upload(key, text, body), 422, "idempotency-key-reused");
    }

    @Test
    void aMissingKeyIsAskedFor() {
        Response answer = as(BUYER).body(note(key())).post("/v1/notes");
        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.jsonPath().getString("errors[0].parameter")).isEqualTo("Idempotency-Key");
    }

    @ParameterizedTest
    @CsvSource({"1, 201", "200, 201", "201, 400"})
    void aKeyHas1To200Characters(int length, int status) {
        String key = (UUID.randomUUID() + "x".repeat(200)).substring(0, length);
        String own = length == 1 ? TestTokens.of("buyer-" + UUID.randomUUID(), Map.of(), Roles.AGENCY_BUYER) : BUYER;
        assertThat(add(own, key, key()).statusCode()).isEqualTo(status);
    }

    @Test
    void aKeyThatIsNotPrintableIsRefused() {
        assertProblem(add(BUYER, "schlüssel", key()), 400, "invalid-request");
        assertProblem(add(BUYER, "  ", key()), 400, "invalid-request");
    }

    private Response upload(String key, String text, byte[] body) {
        return given().auth()
                .oauth2(BUYER)
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(body)
                .post("/v1/imports?text=" + text);
    }

    private long notes(String text) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement("select count(*) from note where text = ?")) {
            count.setString(1, text);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
