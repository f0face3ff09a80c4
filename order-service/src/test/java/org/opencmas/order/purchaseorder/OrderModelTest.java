package org.opencmas.order.purchaseorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.SeededGenerator;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

/**
 * Drives random commands against the running service beside a model that is nothing but the table, and tries by direct SQL what the table
 * does not have: no state that breaks a rule is ever committed.
 */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Whatever is tried in whatever order, the service follows the table of transitions")
class OrderModelTest {
    private static final int ORDERS = 6;
    private static final int COMMANDS = 25;
    private static final List<OrderAct> COMMANDS_OVER_HTTP = List.of(
            OrderAct.REVISE,
            OrderAct.SUBMIT,
            OrderAct.ACCEPT,
            OrderAct.REJECT,
            OrderAct.STOP_WORK,
            OrderAct.RESUME_WORK,
            OrderAct.TERMINATE);

    @Inject
    DataSource application;

    private final UUID contractor = UUID.randomUUID();
    private final SeededGenerator random = SeededGenerator.of("OrderModelTest", 16);
    private UUID agency;
    private String buyer;
    private UUID orderId;
    private int orders;

    /** What the table says of the order: its state, and whether its work is stopped. */
    private OrderState state = OrderState.DRAFT;

    private boolean isStopped;
    private int version;

    @Test
    void commandsInAnyOrder() {
        agency = Api.registeredAgency();
        buyer = Tokens.buyer(agency);
        for (int i = 0; i < ORDERS; i++) {
            draft();
            for (int command = 0; command < COMMANDS && state != OrderState.TERMINATED; command++) {
                if (state == OrderState.SUBMITTED && random.yes()) {
                    decide();
                } else {
                    command(random.oneOf(COMMANDS_OVER_HTTP));
                }
                assertThat(Api.read(agency, orderId).then().extract().<String>path("state"))
                        .isEqualTo(state.name());
                attempt();
            }
        }
    }

    private String body() {
        return order("PO-M" + orders, contractor, line("1", "4-06-78-0031A", "1", "10.00"));
    }

    private String drafted() {
        return body().replaceFirst("\\{", "{\"draft\": true, ");
    }

    private void draft() {
        orders++;
        state = OrderState.DRAFT;
        isStopped = false;
        version = 1;
        orderId = UUID.fromString(
                Api.place(agency, drafted()).then().statusCode(201).extract().path("orderId"));
    }

    private void decide() {
        boolean issues = random.yes();
        Api.decide(orderId, version, issues ? "ISSUE" : "RETURN");
        state = issues ? OrderState.ISSUED : OrderState.RETURNED;
        Api.awaitState(agency, orderId, state.name());
    }

    private void command(OrderAct act) {
        Optional<OrderState> next = Lifecycle.next(state, act)
                .filter(to -> act != OrderAct.STOP_WORK || !isStopped)
                .filter(to -> act != OrderAct.RESUME_WORK || isStopped);
        Response answer = send(act);
        assertThat(answer.statusCode() / 100)
                .as(act + " in " + state + ": " + answer.asString())
                .isEqualTo(next.isPresent() ? 2 : 4);
        if (next.isEmpty()) {
            assertThat(answer.statusCode()).isEqualTo(409);
            return;
        }
        state = next.get();
        isStopped = act == OrderAct.STOP_WORK || isStopped && act != OrderAct.RESUME_WORK;
        version += act == OrderAct.REVISE ? 1 : 0;
    }

    private Response send(OrderAct act) {
        String work = "{\"effectiveOn\": \"2026-03-10\", \"reason\": \"r\"}";
        return switch (act) {
            case REVISE -> Api.as(buyer).header("If-Match", "*").body(drafted()).put("/v1/orders/{id}", orderId);
            case SUBMIT -> act(buyer, "submission", "");
            case ACCEPT -> act(Tokens.contractor(contractor), "acceptance", "{}", 404);
            case REJECT ->
                act(Tokens.contractor(contractor), "rejection", "{\"reasonCode\": \"OTHER\", \"reason\": \"r\"}", 404);
            case STOP_WORK -> act(buyer, "stop-work", work);
            case RESUME_WORK -> act(buyer, "resumption", work);
            default ->
                act(
                        buyer,
                        "termination",
                        "{\"ground\": \"FUNDING\", \"terminatedOn\": \"2026-03-20\", \"reason\": \"r\"}");
        };
    }

    private Response act(String token, String act, String body) {
        return Api.acting(token).header("If-Match", "*").body(body).post("/v1/orders/{id}/" + act, orderId);
    }

    /** The one who sees no order that is not out: it is not there for him, which is another status than 409. */
    private Response act(String token, String act, String body, int unseen) {
        if (!state.isOut()) {
            act(token, act, body).then().statusCode(unseen);
            // What the agency's own order answers to an act of somebody else's.
            return act(buyer, "resumption", "{\"effectiveOn\": \"2026-03-10\", \"reason\": \"r\"}");
        }
        return act(token, act, body);
    }

    private void attempt() {
        for (String sql : List.of(
                "update order_version set document = '{}' where order_id = '%s'",
                "update order_version set created_by = 'nobody' where order_id = '%s'",
                "delete from order_version where order_id = '%s'",
                "update order_act set details = '{}' where order_id = '%s'",
                "delete from order_act where order_id = '%s'",
                "delete from purchase_order where order_id = '%s'",
                "update purchase_order set state = 'DELIVERED' where order_id = '%s'",
                "update purchase_order set version = 0 where order_id = '%s'",
                "update purchase_order set state = 'DRAFT', work_stopped = true where order_id = '%s'")) {
            assertThatThrownBy(() -> run(sql.formatted(orderId))).as(sql).isInstanceOf(SQLException.class);
        }
    }

    private void run(String sql) throws SQLException {
        Tenant.of(Optional.of(agency), Optional.empty()).<Integer, SQLException>during(() -> {
            try (var connection = application.getConnection();
                    var statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }
}
