package org.opencmas.order.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.order.Api.line;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("What is published of receipts, invoices and payments is what the schemas promise")
class PaymentEventsTest {
    @Test
    void eachActTellsOfItselfInTheOrdersOwnCount() {
        Bills order = Bills.onPlain(line("1", "3-16-70-3298A", "1", "100.00"));
        order.terms("{\"kind\": \"IT_SPECIAL\"}").then().statusCode(200);
        order.bond("PERFORMANCE", "60.00").then().statusCode(201);
        String invoice = order.billed("INV-1", "2026-03-12", "1", "100.00");
        order.act(invoice, "dispute", "{\"reason\": \"wrong\"}").then().statusCode(200);
        order.act(invoice, "dispute-withdrawal", "{\"reason\": \"right\"}")
                .then()
                .statusCode(200);
        String corrected = Bills.invoice("INV-1", "2026-03-12", "1", "90.00", "")
                .replaceFirst("\\{", "{\"correctionReason\": \"price\", ");
        order.act(invoice, "correction", corrected).then().statusCode(200);
        order.act(invoice, "approval", "{}").then().statusCode(200);
        String payment = order.pay(invoice, "W-1", "81.00", "9.00", "0.00")
                .then()
                .statusCode(201)
                .extract()
                .path("paymentId");
        order.post("/payments/" + payment + "/reversal", "{\"reversedOn\": \"2026-05-02\", \"reason\": \"stale\"}")
                .then()
                .statusCode(201);
        order.accepted("1", "1", "2026-04-10").then().statusCode(201);

        order.post("/file-items", "{\"item\": \"RFO\", \"keptAt\": \"Box 7\"}")
                .then()
                .statusCode(201);

        List<CloudEvent> seen = TopicProbe.ofServiceUnderTest()
                .await(
                        "cmas.orders",
                        13,
                        Api.SOON,
                        event -> event.aggregateId().equals(order.orderId().toString()));
        assertThat(seen)
                .extracting(CloudEvent::type)
                .containsExactly(
                        "order.submitted.v1",
                        "order.issued.v1",
                        "payment.terms-agreed.v1",
                        "payment.bond-recorded.v1",
                        "invoice.received.v1",
                        "invoice.disputed.v1",
                        "invoice.dispute-withdrawn.v1",
                        "invoice.corrected.v1",
                        "invoice.approved.v1",
                        "payment.made.v1",
                        "payment.reversed.v1",
                        "receipt.recorded.v1",
                        "file.item-recorded.v1");
        assertThat(seen)
                .extracting(CloudEvent::aggregateVersion)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L);
        seen.forEach(event -> JsonSchemas.assertValid(
                Path.of("src/main/resources/events").resolve(event.type() + ".schema.json"), event.payload()));
    }
}
