package org.opencmas.fees.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Events come in over Kafka and go out over Kafka")
class EventFlowTest {
    private static final Duration SOON = Eventually.PATIENCE;
    private static final Path EVENTS = Path.of("src/main/resources/events");

    @Test
    void fromTheOrderToTheFiledReport() {
        TopicProbe topics = TopicProbe.ofServiceUnderTest();
        UUID contractor = UUID.randomUUID();
        UUID agency = UUID.randomUUID();
        UUID order = UUID.randomUUID();
        String number = Scene.newNumber();
        String issued = Scene.orderState(order, agency, number, 1, "2026-07-15", "2026-07-15", "100000.00");
        // The order first: its fee waits for the copies, whatever order the topics are read in.
        CloudEvent once = topics.publish("cmas.orders", "/order-service", "order.issued.v1", order, 1, issued);
        topics.publish("cmas.orders", once);
        topics.publish(
                "cmas.contractors",
                "/contract-registry-service",
                "contractor.registered.v1",
                contractor,
                1,
                Scene.contractorState(contractor, ""));
        topics.publish(
                "cmas.agreements",
                "/contract-registry-service",
                "agreement.registered.v1",
                number,
                1,
                Scene.agreementState(number, contractor, "ACTIVE", "2026-01-01", "2026-01-01", "2026-12-31"));
        topics.publish(
                "cmas.agencies",
                "/order-service",
                "agency.registered.v1",
                agency,
                1,
                Scene.agencyState(agency, "CITY"));
        Eventually.within(
                SOON,
                () -> Api.analyst()
                        .get("/v1/ledger-entries?orderId={id}", order)
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1))
                        .body("items[0].fee", equalTo("1250.00")));
        CloudEvent posted = topics.awaitOne("cmas.fees", "fee.posted.v1", order, SOON);
        JsonSchemas.assertValid(EVENTS.resolve("fee.posted.v1.schema.json"), posted.payload());

        String receipt = Api.file(contractor, number, "2026-Q3")
                .statusCode(201)
                .extract()
                .path("filing.receiptNumber");
        CloudEvent filed = topics.awaitOne("cmas.reports", "report.filed.v1", number + ":2026-Q3", SOON);
        JsonSchemas.assertValid(EVENTS.resolve("report.filed.v1.schema.json"), filed.payload());
        assertThat(filed.payload()).contains(receipt);
    }

    @Test
    @DisplayName("the examples of the events satisfy their schemas")
    void examplesSatisfyTheirSchemas() {
        assertThat(JsonSchemas.assertExamplesValid(EVENTS)).hasSize(17);
    }
}
