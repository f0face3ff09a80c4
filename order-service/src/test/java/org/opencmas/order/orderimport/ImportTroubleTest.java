package org.opencmas.order.orderimport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.Api;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

/** Work is held off through the lock by which instances take turns, so that a test finds an import as it wants it. */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("An import waits out trouble, is given up only for what does not pass, and is left off at once")
class ImportTroubleTest {
    private final UUID contractor = UUID.randomUUID();
    private UUID agency = contractor;
    private final Connection turn;

    ImportTroubleTest() throws SQLException {
        turn = OwnerDatabase.dataSource().getConnection();
    }

    @BeforeEach
    void holdTheWorkOff() throws SQLException {
        agency = Api.registeredAgency();
        run(turn, "select pg_advisory_lock(hashtextextended('order-import', 0))");
    }

    @AfterEach
    void letItGoOn() throws SQLException {
        run(turn, "select pg_advisory_unlock_all()");
        turn.close();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void goOn() throws SQLException {
        run(turn, "select pg_advisory_unlock(hashtextextended('order-import', 0))");
    }

    private String sent(String mode, int count) {
        String file = IntStream.rangeClosed(1, count)
                .mapToObj(i -> Api.order("PO-" + i, contractor, line("1", "4-06-78-0031A", "1", "10.00"))
                        .replace("\n", ""))
                .collect(Collectors.joining("\n"));
        return given().auth()
                .oauth2(Tokens.buyer(agency))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/x-ndjson")
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/order-imports?mode=" + mode)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private void set(String place, String columns) throws SQLException {
        run(turn, "update order_import set " + columns + " where import_id = '" + place.substring(18) + "'");
    }

    private Response get(String place) {
        return as(Tokens.buyer(agency)).get(place);
    }

    private Response cancel(String place) {
        return acting(Tokens.buyer(agency)).post(place + "/cancellation");
    }

    private void awaitState(String place, String state) {
        Eventually.within(
                Api.SOON, () -> assertThat(get(place).<String>path("state")).isEqualTo(state));
    }

    @DisplayName("Five starts in vain are too many; any number of troubles that pass is not")
    @ParameterizedTest(name = "{0} starts, {1} troubles: {2}")
    @CsvSource({"4, 0, DONE", "5, 0, FAILED", "4, 99, DONE"})
    void whatDoesNotPassIsGivenUp(int starts, int troubles, String state) throws SQLException {
        String place = sent("CONTINUE", 3);
        set(
                place,
                "state = 'RUNNING', started_at = now(), starts = %d, troubles = %d, trouble = 'busy', waits_until = now()"
                        .formatted(starts, troubles));
        goOn();
        awaitState(place, state);
        get(place)
                .then()
                .body(
                        "failure",
                        state.equals("FAILED")
                                ? org.hamcrest.Matchers.equalTo("It was begun 5 times and did not come forward.")
                                : org.hamcrest.Matchers.nullValue());
    }

    @Test
    void whatWaitsIsNotBegunBeforeItsTimeAndLetsOthersGoOn() throws SQLException {
        String waiting = sent("CONTINUE", 3);
        String other = sent("CONTINUE", 3);
        set(waiting, "troubles = 6, trouble = 'busy', waits_until = now() + interval '1 hour'");
        goOn();
        awaitState(other, "DONE");
        get(waiting)
                .then()
                .body("state", org.hamcrest.Matchers.equalTo("WAITING"))
                .body("trouble", org.hamcrest.Matchers.equalTo("busy"));
        cancel(waiting).then().statusCode(200).body("state", org.hamcrest.Matchers.equalTo("CANCELLED"));
    }

    @DisplayName("An import that is held by work on it answers a cancellation at once and is left off afterwards")
    @ParameterizedTest(name = "{0}")
    @CsvSource({"ATOMIC", "CONTINUE"})
    void aRunningImportIsLeftOffWithoutWaiting(String mode) throws SQLException {
        String place = sent(mode, 250);
        set(place, "state = 'RUNNING', started_at = now()");
        try (Connection worker = OwnerDatabase.dataSource().getConnection()) {
            worker.setAutoCommit(false);
            run(worker, "select from order_import where import_id = '" + place.substring(18) + "' for update");
            cancel(place)
                    .then()
                    .statusCode(200)
                    .body("state", org.hamcrest.Matchers.equalTo("RUNNING"))
                    .body("cancellationAskedAt", org.hamcrest.Matchers.notNullValue());
            // Answered while the work still has the row: who waited for it would be refused in the end.
            worker.rollback();
        }
        goOn();
        awaitState(place, "CANCELLED");
        get(place).then().body("ordersPlaced", org.hamcrest.Matchers.equalTo(0));
        cancel(place).then().statusCode(409);
    }

    @Test
    @DisplayName("Whether left off or given up first, an import ends once and in one way")
    void leftOffAndGivenUpAtOnce() throws Exception {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String place = sent("CONTINUE", 1);
            set(place, "state = 'RUNNING', started_at = now(), starts = 5");
            places.add(place);
        }
        List<Integer> answers = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> all = places.stream()
                    .map(place -> callers.submit(() -> cancel(place).statusCode()))
                    .toList();
            goOn();
            for (Future<Integer> one : all) {
                answers.add(got(one));
            }
        }
        for (int i = 0; i < places.size(); i++) {
            String place = places.get(i);
            Eventually.within(
                    Api.SOON, () -> assertThat(get(place).<String>path("state")).isIn("CANCELLED", "FAILED"));
            boolean isCancelled = get(place).<String>path("state").equals("CANCELLED");
            assertThat(get(place).<Object>path("cancelledBy") != null).isEqualTo(isCancelled);
            assertThat(get(place).<Object>path("failure") == null).isEqualTo(isCancelled);
            assertThat(answers.get(i)).isIn(200, 409);
            assertThat(answers.get(i) == 409 && isCancelled).isFalse();
        }
    }

    private static int got(Future<Integer> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
