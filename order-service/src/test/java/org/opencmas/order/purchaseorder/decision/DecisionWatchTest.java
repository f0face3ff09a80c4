package org.opencmas.order.purchaseorder.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.placing.OrderWriter;
import org.opencmas.order.purchaseorder.placing.Placements;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.order.purchaseorder.store.Orders;
import org.opencmas.order.purchaseorder.store.Placement;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.Management;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("No version waits for ever for a decision that came")
class DecisionWatchTest {
    @Inject
    DecisionWatch watch;

    @Inject
    OrderWriter writer;

    @Inject
    Orders orders;

    private final Database database = new Database(OwnerDatabase.dataSource());

    private UUID agency;

    @BeforeEach
    void registerAgency() {
        agency = Api.registeredAgency();
    }

    private UUID placed(String number) throws SQLException {
        Placement placement = Placements.of(agency, number);
        writer.write(List.of(placement));
        return placement.order().orderId();
    }

    private static CloudEvent decision(UUID orderId, String outcome) {
        return CloudEvent.of("/compliance-service", "order.evaluated.v1", orderId.toString(), 1, """
                {"evaluationId": "%s", "orderId": "%s", "documentVersion": 1, "decision": "%s", "findings": [],
                 "evaluatedAt": "2026-03-02T18:00:01Z"}""".formatted(
                        UUID.randomUUID(), orderId, outcome));
    }

    private void markAsHandled(CloudEvent event) {
        execute("insert into handled_event (event_id, handled_at) values (?, now())", event.id());
    }

    private void execute(String sql, UUID id) {
        database.with(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, id);
                return statement.executeUpdate();
            }
        });
    }

    private OrderState state(UUID orderId) {
        return database.with(connection ->
                orders.find(connection, orderId).map(PurchaseOrder::state).orElseThrow());
    }

    @Test
    void aHandledDecisionThatHadNoEffectIsAppliedOnce() throws Exception {
        UUID issued = placed("A"); // sent on 2026-03-02
        UUID returned = placed("B");
        CloudEvent issue = decision(issued, "ISSUE");
        CloudEvent back = decision(returned, "RETURN");
        markAsHandled(issue);
        markAsHandled(back);
        TopicProbe.ofServiceUnderTest().publish("cmas.evaluations", issue);
        TopicProbe.ofServiceUnderTest().publish("cmas.evaluations", back);

        long before = watch.seen().mended();
        DecisionWatch.Seen seen = watch.look();

        assertThat(seen.mended()).isEqualTo(before + 2);
        assertThat(seen.decidedYetWaiting()).isZero();
        assertThat(state(issued)).isEqualTo(OrderState.ISSUED);
        assertThat(state(returned)).isEqualTo(OrderState.RETURNED);
        TopicProbe.ofServiceUnderTest().awaitOne("cmas.orders", "order.issued.v1", issued, Api.SOON);
        assertThat(watch.look().mended()).isEqualTo(before + 2);
        Management.get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'decisions' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'decisions' }.data.mendedSinceStart", greaterThanOrEqualTo(2))
                .body("checks.find { it.name == 'decisions' }.data.decidedYetWaiting", equalTo(0));
    }

    @Test
    void whatWaitsForADecisionThatDidNotComeIsOnlyCounted() throws Exception {
        UUID orderId = placed("D");

        DecisionWatch.Seen seen = watch.look();

        assertThat(seen.waitingLong()).isPositive();
        assertThat(state(orderId)).isEqualTo(OrderState.SUBMITTED);

        CloudEvent issue = decision(orderId, "ISSUE");
        markAsHandled(issue);
        TopicProbe.ofServiceUnderTest().publish("cmas.evaluations", issue);
        watch.look(); // reads on from where it was

        assertThat(state(orderId)).isEqualTo(OrderState.ISSUED);
    }

    @Test
    void aDecisionThatComesLateTakesItsUsualWay() throws Exception {
        UUID orderId = placed("E");
        watch.look();

        TopicProbe.ofServiceUnderTest().publish("cmas.evaluations", decision(orderId, "ISSUE"));

        Eventually.within(Api.SOON, () -> assertThat(state(orderId)).isEqualTo(OrderState.ISSUED));
    }
}
