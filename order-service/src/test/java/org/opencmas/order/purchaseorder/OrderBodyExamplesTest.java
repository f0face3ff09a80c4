package org.opencmas.order.purchaseorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opencmas.order.Api;
import org.opencmas.orderbody.OrderBodyExample;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A placement and an amendment take and refuse exactly the example bodies")
class OrderBodyExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KEPT = Set.of("agencyId", "agencyOrderNumber", "orderDate", "contractorId");

    static Stream<OrderBodyExample> examples() {
        return OrderBodyExample.all(ProgramCalendar.dateOf(Clock.systemUTC().instant())).stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aPlacement(OrderBodyExample example) throws IOException {
        UUID agency = example.isTaken() ? Api.registeredAgency() : UUID.randomUUID();
        Response answer = Api.place(agency, JSON.writeValueAsString(example.body()));
        if (!example.isTaken()) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(pointers(answer)).containsExactlyInAnyOrderElementsOf(example.faults());
            return;
        }
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        JsonNode read = JSON.readTree(answer.asByteArray());
        for (var expected : example.reads().entrySet()) {
            assertThat(read.at(expected.getKey())).as(expected.getKey()).isEqualTo(expected.getValue());
        }
    }

    @Test
    void anAmendment() throws IOException {
        UUID agency = Api.registeredAgency();
        UUID orderId = Api.issued(agency, order("PO-1", UUID.randomUUID(), line("1", "4-06-78-0031A", "2", "10.00")));
        String etag = Api.etag(agency, orderId);
        for (OrderBodyExample example : examples().toList()) {
            List<String> faults = example.faults().stream()
                    .filter(pointer -> !KEPT.contains(pointer.substring(1)))
                    .toList();
            if (faults.isEmpty()) {
                continue;
            }
            ObjectNode body = example.body().without(KEPT);
            body.put("amendmentDate", "2026-03-03").put("reason", "more");
            Response answer = acting(Tokens.buyer(agency))
                    .header("If-Match", etag)
                    .body(JSON.writeValueAsString(body))
                    .post("/v1/orders/{id}/amendments", orderId);
            assertThat(answer.statusCode()).as(example.name()).isEqualTo(400);
            assertThat(pointers(answer)).as(example.name()).containsExactlyInAnyOrderElementsOf(faults);
        }
    }

    private static List<String> pointers(Response answer) {
        return answer.jsonPath().getList("errors.pointer");
    }
}
