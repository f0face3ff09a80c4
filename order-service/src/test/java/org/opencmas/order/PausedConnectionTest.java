package org.opencmas.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.Management;
import org.opencmas.testkit.fault.PausableProxy;

@QuarkusTest
@QuarkusTestResource(value = PausableDatabase.class, restrictToAnnotatedClass = true)
@DisplayName(
        "A connection on which the database does not answer any more is given up, and orders are placed on another")
class PausedConnectionTest {
    private static final int ORDERS_AT_ONCE = 8;

    private final UUID contractor = UUID.randomUUID();

    PausableProxy proxy;

    @Inject
    DataSource dataSource;

    @Test
    void ordersThatShareACommitAreAnsweredAndLaterOnesArePlaced() throws Exception {
        UUID agency = Api.registeredAgency();
        Api.placed(agency, numbered("before"));

        proxy.pauseWhatIsConnected();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int number = 1; number <= ORDERS_AT_ONCE; number++) {
                String body = numbered("during-" + number);
                answers.add(callers.submit(() -> Api.place(agency, body).statusCode()));
            }
            try {
                for (Future<Integer> answer : answers) {
                    assertThat(answer.get(Eventually.PATIENCE.toMinutes(), TimeUnit.MINUTES))
                            .isIn(202, 503);
                }
            } catch (TimeoutException | ExecutionException e) {
                callers.shutdownNow();
                proxy.close();
                throw e;
            }
        }
        Eventually.within(
                Eventually.PATIENCE,
                () -> Api.place(agency, numbered("after")).then().statusCode(202));
        Eventually.within(
                Eventually.PATIENCE,
                () -> Management.get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body("checks.find { it.name == 'relay' }.data.activeHere", equalTo(true)));
    }

    @Test
    void noStatementLockOrOpenTransactionLastsForEver() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String limit : List.of("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")) {
                try (ResultSet row = statement.executeQuery("show " + limit)) {
                    row.next();
                    assertThat(row.getString(1)).as(limit).isNotEqualTo("0");
                }
            }
            assertThat(connection.getNetworkTimeout()).isPositive();
        }
    }

    private String numbered(String number) {
        return order(number, contractor, line("1", "4-06-78-0031B", "1", "10.00"));
    }
}
