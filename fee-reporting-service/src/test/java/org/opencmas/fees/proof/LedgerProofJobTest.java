package org.opencmas.fees.proof;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A proof of the books is a job: asked for, done one at a time, taken up again, and its result stays")
class LedgerProofJobTest {
    private static final Duration SOON = Eventually.PATIENCE;

    private final DataSource dataSource = OwnerDatabase.dataSource();

    private static ValidatableResponse start() {
        return Api.analyst()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/ledger-proofs")
                .then();
    }

    private static ValidatableResponse get(String path) {
        return Api.analyst().get(path).then().statusCode(200);
    }

    private static void awaitEnd(String path, String state) {
        Eventually.within(SOON, () -> get(path).body("state", equalTo(state)));
    }

    @Test
    void isAnsweredAtOnceAndFinishesLater() {
        String path = start().statusCode(202)
                .body("state", equalTo("WAITING"))
                .body("progress.done", equalTo(0))
                .body("progress.of", greaterThan(5))
                .body("$", not(hasKey("result")))
                .extract()
                .header("Location");
        awaitEnd(path, "FINISHED");
        get(path)
                .body("result.holds", equalTo(true))
                .body("endedAt", notNullValue())
                .body("result.checks.size()", equalTo(get(path).extract().path("progress.done")));
    }

    @Test
    @DisplayName("while one is open no other begins, the last result stays readable, and progress is seen")
    void oneAtATime() throws Exception {
        Api.proof().body("holds", equalTo(true));
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('ledger-proof', 0))");
            try {
                String path = start().statusCode(202).extract().header("Location");
                start().statusCode(409)
                        .body("type", equalTo("/problems/ledger-proof-open"))
                        .body("proof", equalTo(path.substring(path.indexOf("/v1/"))));
                get("/v1/ledger-proof").body("holds", equalTo(true));
                get(path).body("state", equalTo("WAITING"));
            } finally {
                statement.execute("select pg_advisory_unlock(hashtextextended('ledger-proof', 0))");
            }
        }
        Eventually.within(SOON, () -> start().statusCode(202));
        Eventually.within(SOON, () -> Api.proof().body("holds", equalTo(true)));
    }

    @Test
    @DisplayName(
            "one that an ended instance left running is begun again and finishes; after too many starts it is given up")
    void isTakenUpAgain() throws SQLException {
        UUID left = leftRunning(1);
        awaitEnd("/v1/ledger-proofs/" + left, "FINISHED");
        UUID hopeless = leftRunning(5);
        awaitEnd("/v1/ledger-proofs/" + hopeless, "FAILED");
        get("/v1/ledger-proofs/" + hopeless).body("failure", notNullValue()).body("$", not(hasKey("result")));
        get("/v1/ledger-proof").body("holds", equalTo(true));
    }

    private UUID leftRunning(int starts) throws SQLException {
        UUID proofId = UUID.randomUUID();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into ledger_proof (proof_id, state, requested_by, requested_at, starts, started_at, checks_done, checks_total)
                    values ('%s', 'RUNNING', 'analyst', now(), %d, now(), 3, 8)""".formatted(proofId, starts));
        }
        return proofId;
    }

    @Test
    void isForTheDepartment() {
        given().get("/v1/ledger-proof").then().statusCode(401);
        for (String path : new String[] {"/v1/ledger-proof", "/v1/ledger-proofs/" + UUID.randomUUID()}) {
            given().auth()
                    .oauth2(Tokens.contractor(UUID.randomUUID()))
                    .get(path)
                    .then()
                    .statusCode(403);
        }
        Api.analyst().get("/v1/ledger-proofs/{id}", UUID.randomUUID()).then().statusCode(404);
        Api.analyst().post("/v1/ledger-proofs").then().statusCode(400);
    }
}
