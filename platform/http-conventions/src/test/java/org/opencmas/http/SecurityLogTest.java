package org.opencmas.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.terms.Roles;
import org.opencmas.testkit.Eventually;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@DisplayName("Who was refused stands in the security log, without the token and what was asked for")
class SecurityLogTest {
    private static final Duration SOON = Eventually.PATIENCE;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler keeping = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line instanceof ExtLogRecord told ? told.getFormattedMessage() : line.getMessage());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("cmas.security").addHandler(keeping);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("cmas.security").removeHandler(keeping);
    }

    @Test
    void aRoleThatMayNotIsToldWithItsSubject() {
        given().header("Authorization", "Bearer " + TestTokens.of("an-auditor-of-the-log", Map.of(), Roles.AUDITOR))
                .header("X-Request-Id", "request-of-the-log")
                .contentType("application/json")
                .body("{\"text\": \"x\"}")
                .put("/v1/notes/1?secret=1")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(400, 403));
        given().header("Authorization", "Bearer " + TestTokens.of("an-auditor-of-the-log", Map.of(), Roles.AUDITOR))
                .header("X-Request-Id", "request-of-the-log")
                .contentType("application/json")
                .body("{\"text\": \"x\"}")
                .put("/v1/notes/1")
                .then()
                .statusCode(403);
        Eventually.within(
                SOON,
                () -> assertThat(lines)
                        .contains(
                                "refused 403 PUT /v1/notes/1 subject=an-auditor-of-the-log network=127.0.0.1 request=request-of-the-log"));
        assertThat(lines).noneMatch(line -> line.contains("secret"));
    }

    @Test
    void aTokenThatIsNoneIsToldWithoutIt() {
        given().header("Authorization", "Bearer made-up")
                .contentType("application/json")
                .body("{\"text\": \"x\"}")
                .put("/v1/notes/1")
                .then()
                .statusCode(401);
        Eventually.within(
                SOON,
                () -> assertThat(lines)
                        .anyMatch(line -> line.startsWith(
                                "refused 401 PUT /v1/notes/1 subject=unknown network=127.0.0.1 request=")));
        assertThat(lines).noneMatch(line -> line.contains("made-up"));
    }
}
