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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
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
    private static final int ORDERS = 5;
    private static final int COMMANDS = 25;
    /** Written, so that the same whole is an amendment as well: its tax is doubted, and its price never falls. */
    private static final List<OrderAct> COMMANDS_OVER_HTTP = List.of(
            OrderAct.REVISE,
            OrderAct.APPROVE,
            OrderAct.CONFIRM,
            OrderAct.SUBMIT,
            OrderAct.SUBMIT,
            OrderAct.ACCEPT,
            OrderAct.REJECT,
            OrderAct.AMEND,
            OrderAct.AMEND,
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

    /** What the table says of the order: where it stands, where its latest version stands, and whether its work is stopped. */
    private OrderState state = OrderState.DRAFT;

    private OrderState latest = OrderState.DRAFT;
    private boolean isOut;
    private boolean isStopped;
    /** Whether the agency asks for approvals, and whether the latest version has one. */
    private boolean asksForApproval;

    private boolean isApproved;
    private int version;

    @Test
    @DisplayName("ORD-AMEND-NUMBER, ORD-LIMIT-LOCAL, ORD-TERM-GROUNDS, ORD-REJECT-INACCURATE: commands in any order")
    void commandsInAnyOrder() {
        agency = Api.registeredAgency();
        buyer = Tokens.buyer(agency);
        int amendments = 0;
        for (int i = 0; i < ORDERS; i++) {
            askForApproval(i % 2 == 1);
            draft();
            for (int command = 0; command < COMMANDS && state != OrderState.TERMINATED; command++) {
                if (latest == OrderState.SUBMITTED && random.between(0, 3) > 0) {
                    decide();
                } else {
                    OrderAct act = random.oneOf(COMMANDS_OVER_HTTP);
                    // An early end would leave little to be tried.
                    command(act == OrderAct.TERMINATE && command < COMMANDS * 3 / 4 ? OrderAct.SUBMIT : act);
                }
                assertThat(Api.read(agency, orderId).then().extract().<String>path("state"))
                        .isEqualTo(state.name());
                attempt();
            }
            amendments += Api.read(agency, orderId).then().extract().<Integer>path("amendmentNumber");
        }
        assertThat(amendments).as("amendments that came into force").isPositive();
    }

    private void askForApproval(boolean asks) {
        asksForApproval = asks;
        Api.setPolicy(agency, "{\"approvalRequired\": %s, \"approvers\": [{\"name\": \"director\"}]}".formatted(asks));
    }

    private String body() {
        // Another text each time, or an amendment would change nothing.
        return order("PO-M" + orders, contractor, line("1", "4-06-78-0031A", "1", "10.00"))
                .replaceFirst("\"lines\"", "\"orderToLocation\": \"Yard " + version + "\", \"lines\"");
    }

    private String drafted() {
        return body().replaceFirst("\\{", "{\"draft\": true, ");
    }

    private String amendment() {
        return drafted()
                .replace("Yard " + version, "Yard " + (version + 1))
                .replaceFirst("\\{", "{\"amendmentDate\": \"2026-03-03\", \"reason\": \"r\", ");
    }

    private void draft() {
        orders++;
        state = OrderState.DRAFT;
        isOut = false;
        isStopped = false;
        version = 0;
        written();
        orderId = UUID.fromString(
                Api.place(agency, drafted()).then().statusCode(201).extract().path("orderId"));
    }

    /** A new version was written as a draft. */
    private void written() {
        latest = OrderState.DRAFT;
        isApproved = false;
        version++;
        stand();
    }

    /** Before the first issue the latest version stands for the order. */
    private void stand() {
        state = isOut ? state : latest;
    }

    private void decide() {
        boolean issues = random.between(0, 3) > 0;
        Api.decide(orderId, version, issues ? "ISSUE" : "RETURN");
        OrderState issued = isOut ? OrderState.AMENDED : OrderState.ISSUED;
        latest = issues ? issued : OrderState.RETURNED;
        isOut |= issues;
        state = issues || !isOut ? latest : state;
        Eventually.within(
                Api.SOON,
                () -> assertThat(Api.as(buyer)
                                .get("/v1/orders/{id}/versions/{n}", orderId, version)
                                .then()
                                .extract()
                                .<String>path("state"))
                        .isEqualTo(latest.name()));
    }

    /** Which version the act is about: the latest, as long as it is not out, or the one in force. */
    private static boolean isOfLatest(OrderAct act) {
        return switch (act) {
            case REVISE, APPROVE, CONFIRM, SUBMIT -> true;
            default -> false;
        };
    }

    private boolean hasOpenAmendment() {
        return isOut && !latest.isOut();
    }

    private void command(OrderAct act) {
        Optional<OrderState> next = Lifecycle.next(isOfLatest(act) ? latest : state, act)
                .filter(to -> act != OrderAct.STOP_WORK || !isStopped)
                .filter(to -> act != OrderAct.RESUME_WORK || isStopped)
                .filter(to -> act != OrderAct.AMEND || !hasOpenAmendment() || latest == OrderState.RETURNED);
        Response answer = send(act);
        boolean isUnapproved = act == OrderAct.SUBMIT && asksForApproval && !isApproved;
        assertThat(answer.statusCode() / 100)
                .as(act + " in " + state + "/" + latest + ": " + answer.asString())
                .isEqualTo(next.isPresent() && !isUnapproved ? 2 : 4);
        if (next.isEmpty() || isUnapproved) {
            assertThat(answer.statusCode()).isEqualTo(next.isEmpty() ? 409 : 422);
            return;
        }
        switch (act) {
            case REVISE, AMEND -> written();
            case APPROVE -> isApproved = true;
            case SUBMIT -> {
                latest = next.get();
                stand();
            }
            case ACCEPT, REJECT, TERMINATE -> {
                boolean isBoth = !hasOpenAmendment();
                state = next.get();
                latest = isBoth ? state : act == OrderAct.TERMINATE ? OrderState.LAPSED : latest;
            }
            case STOP_WORK -> isStopped = true;
            case RESUME_WORK -> isStopped = false;
            default -> {}
        }
    }

    private Response send(OrderAct act) {
        String work = "{\"effectiveOn\": \"2026-03-10\", \"reason\": \"r\"}";
        return switch (act) {
            case REVISE -> Api.as(buyer).header("If-Match", "*").body(drafted()).put("/v1/orders/{id}", orderId);
            case APPROVE -> act(Api.person(agency, "director"), "approval", "{}");
            case CONFIRM ->
                act(
                        buyer,
                        "confirmations",
                        "{\"confirmations\": [{\"kind\": \"TAX_TOO_HIGH\", \"pointer\": \"/tax\", \"explanation\": \"meant like this\"}]}");
            case SUBMIT -> act(buyer, "submission", "");
            case AMEND -> act(buyer, "amendments", amendment());
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

    /** Every state x every state: the database lets a version go exactly where some act leads it. */
    @Test
    void theDatabaseHasTheSameTableCellByCell() {
        agency = Api.registeredAgency();
        buyer = Tokens.buyer(agency);
        draft();
        for (OrderState from : OrderState.values()) {
            for (OrderState to : OrderState.values()) {
                boolean leads = from == to
                        || Arrays.stream(OrderAct.values())
                                .filter(act -> act != OrderAct.REVISE) // which writes a version of its own
                                .anyMatch(act -> Lifecycle.next(from, act)
                                        .filter(to::equals)
                                        .isPresent());
                assertThat(takes(from, to)).as(from + " > " + to).isEqualTo(leads);
            }
        }
    }

    /** Tries it on a version of its own, and takes it back. */
    private boolean takes(OrderState from, OrderState to) {
        try (var connection = OwnerDatabase.dataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("""
                    insert into order_version (order_id, document_version, agency_id, amendment_number, act_number, state, document,
                        created_at, created_by)
                    select order_id, 77, agency_id, 7, 77, '%s', document, created_at, created_by from order_version
                    where order_id = '%s'
                    """.formatted(from, orderId));
            try {
                statement.executeUpdate(
                        "update order_version set state = '%s' where document_version = 77 and order_id = '%s'"
                                .formatted(to, orderId));
                return true;
            } catch (SQLException refused) {
                assertThat(refused.getMessage()).contains("no_such_transition");
                return false;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
                "update purchase_order set version = version - 1 where order_id = '%s'",
                "update purchase_order set latest_version = latest_version - 1, version_in_force = null where order_id = '%s'",
                "update purchase_order set state = '" + unreachable(state) + "' where order_id = '%s'",
                "update order_version set state = '" + unreachable(latest)
                        + "' where order_id = '%s' and document_version = " + version,
                "update purchase_order set contractor_id = gen_random_uuid() where order_id = '%s'",
                version(1, 0, "PARTY"),
                version(1, 0, "ISSUED"),
                version(1, 0, "SUBMITTED"),
                version(7, 0, "DRAFT"),
                "update purchase_order set state = 'DRAFT', work_stopped = true where order_id = '%s'")) {
            assertThatThrownBy(() -> run(sql.formatted(orderId))).as(sql).isInstanceOf(SQLException.class);
        }
    }

    /** Writes a version of the order that is given then. */
    private static String version(int further, int furtherAmendments, String state) {
        return """
                insert into order_version (order_id, document_version, agency_id, amendment_number, act_number, state, document, created_at,
                    created_by, submitted_at, submitted_by)
                select o.order_id, o.latest_version + %d, o.agency_id, v.amendment_number + %d, o.version + 1, '%s', v.document, now(), 'x',
                    now(), 'x'
                from purchase_order o
                join order_version v on v.order_id = o.order_id and v.document_version = o.latest_version
                where o.order_id = '%%s'
                """.formatted(further, furtherAmendments, state);
    }

    /** Each in one statement, as the application's role, on an order that was issued and waits for its contractor. */
    @Test
    void theDatabaseHoldsWhatAnOrderNeverIs() {
        agency = Api.registeredAgency();
        buyer = Tokens.buyer(agency);
        orders++;
        orderId = Api.issued(agency, body());
        String order =
                "insert into purchase_order (order_id, agency_id, agency_order_number, contractor_id, order_date, state, version,"
                        + " latest_version, version_in_force) select gen_random_uuid(), %s, 'SQL-1', contractor_id, order_date, %s from"
                        + " purchase_order where order_id = '%%s'";
        String head =
                "with written as (%s returning order_id, document_version) update purchase_order o set state = '%s', version = o.version + 1,"
                        + " latest_version = w.document_version, version_in_force = %s from written w where o.order_id = w.order_id";
        refused(version(1, 1, "PARTY"), "order_version_state_is_known", "version_begins");
        refused(version(1, 1, "ISSUED"), "version_begins_as_a_draft_or_sent");
        refused(version(1, 1, "ACCEPTED"), "version_begins_as_a_draft_or_sent");
        refused(version(2, 1, "DRAFT"), "without_a_gap");
        refused(version(1, 1, "DRAFT"), "without_a_gap");
        refused(version(1, 6, "DRAFT"), "without_a_gap");
        refused(head.formatted(version(1, 1, "AMENDED"), "AMENDED", "w.document_version"), "version_begins");
        refused(order.formatted("agency_id", "'ACCEPTED', 1, 1, 1"), "order_begins_at_its_beginning");
        refused(order.formatted("agency_id", "'DRAFT', 1, 1, null"), "order_stands_where_its_version_stands");
        refused(order.formatted("gen_random_uuid()", "'DRAFT', 1, 1, null"), "row-level security");
        for (String names : List.of(
                "contractor_id = gen_random_uuid()", "agency_order_number = 'X'", "order_date = order_date - 1")) {
            refused("update purchase_order set " + names + " where order_id = '%s'", "order_keeps_its_names");
        }
        refused(
                "update purchase_order set state = 'ACCEPTED', version = version + 1 where order_id = '%s'",
                "order_stands_where_its_version_stands");
        refused(
                "update order_version set state = 'ACCEPTED' where order_id = '%s'",
                "order_stands_where_its_version_stands");
        refused(
                "with moved as (update purchase_order set state = 'ACCEPTED', version = version + 1 where order_id = '%1$s')"
                        + " update order_version set state = 'ACCEPTED' where order_id = '%1$s'",
                "moved_by_an_act");
        refused(
                "update purchase_order set latest_version = latest_version + 1 where order_id = '%s'",
                "order_has_its_latest_version");
        refused(
                "insert into agency select (jsonb_populate_record(a, jsonb_build_object('agency_id', gen_random_uuid(),"
                        + " 'empowered_to_expend_public_funds', false))).* from agency a where agency_id = '" + agency
                        + "'",
                "agency_spends_public_funds");
        refused("update agency set type = 'PRIVATE' where agency_id = '" + agency + "'", "agency_type_is_known");
        Api.read(agency, orderId).then().statusCode(200);
    }

    private void refused(String sql, String... why) {
        assertThatThrownBy(() -> run(sql.formatted(orderId)))
                .as(sql)
                .isInstanceOf(SQLException.class)
                .satisfies(refusal -> assertThat(why).anyMatch(refusal.getMessage()::contains));
    }

    /** A state to which no act leads from there. */
    private static OrderState unreachable(OrderState from) {
        return switch (from) {
            case DRAFT, SUBMITTED, REJECTED, TERMINATED, LAPSED -> OrderState.ACCEPTED;
            case RETURNED -> OrderState.ISSUED;
            case ISSUED, AMENDED -> OrderState.SUBMITTED;
            case ACCEPTED -> OrderState.REJECTED;
        };
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
