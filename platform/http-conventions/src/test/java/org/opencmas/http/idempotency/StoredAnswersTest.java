package org.opencmas.http.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.http.Notes.add;
import static org.opencmas.http.Notes.assertProblem;
import static org.opencmas.http.Notes.key;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.http.TestDatabase;
import org.opencmas.http.TestTokens;
import org.opencmas.terms.Roles;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@DisplayName("Answers can be kept on the caller's own connection")
class StoredAnswersTest {
    private static final String BUYER = TestTokens.of("buyer-1", Map.of(), Roles.AGENCY_BUYER);

    @Inject
    DataSource database;

    @Inject
    IdempotentRequests requests;

    @Test
    void anAnswerIsStoredOnceAndFoundAgain() throws SQLException {
        String key = key();
        StoredAnswer answer = new StoredAnswer(new byte[32], 202, Map.of("Location", "/v1/orders/1"), "{\"a\":1}");
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(requests.find(connection, "me", key)).isEmpty();
            assertThat(requests.store(connection, "me", key, answer)).isTrue();
            connection.commit();
            assertThat(requests.store(connection, "me", key, answer)).isFalse();
            StoredAnswer found = requests.find(connection, "me", key).orElseThrow();
            assertThat(found.status()).isEqualTo(202);
            assertThat(found.headers()).isEqualTo(Map.of("Location", "/v1/orders/1"));
            assertThat(found.body()).isEqualTo("{\"a\":1}");
            connection.rollback();
        }
    }

    @Test
    void answersOlderThanTheRetentionAreForgotten() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            requests.store(connection, "me", key(), new StoredAnswer(new byte[32], 200, Map.of(), null));
            Instant now = Instant.now();
            assertThat(requests.forgetBefore(connection, now)).isZero();
            assertThat(requests.forgetBefore(
                            connection, now.plus(IdempotentRequests.RETENTION).plusSeconds(60)))
                    .isPositive();
            connection.rollback();
        }
    }

    @Test
    void aKeyThatAnotherProcessHandlesIsNotWaitedFor() throws SQLException {
        String key = key();
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            assertThat(requests.lock(other, "buyer-1", key)).isTrue();
            assertThat(requests.reserve(other, "buyer-1", key)).isTrue();
            assertProblem(add(BUYER, key, key()), 409, "request-in-flight");
            other.rollback();
        }
        assertThat(add(BUYER, key, key()).statusCode()).isEqualTo(201);
    }

    @Test
    void plainTransactionsWorkOutsideOfJta() {
        assertThat(given().get("/v1/plain-jdbc").asString()).isEqualTo("rolled back");
    }
}
