package org.opencmas.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.fuzz.ApiFuzz;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Every operation gives whatever is sent to it a clear answer that it declares")
class FuzzTest {
    @TestHTTPResource("/")
    URI service;

    @Test
    void everyOperationUnderThousandsOfCalls() {
        UUID agency = Api.registeredAgency();
        UUID contractor = UUID.randomUUID();
        String order = Api.order("PO-1", contractor, Api.line("1", "3-26-01-1001", "2", "10.00"));
        UUID issued = Api.issued(agency, order);
        UUID awaiting = Api.placed(agency, order.replace("PO-1", "PO-2"));
        String requestId = Api.acting(Tokens.buyer(agency))
                .body("{\"reference\": \"RFO-FUZZ\", \"title\": \"Desks\", \"needs\": \"Two desks\"}")
                .post("/v1/requests-for-offer")
                .then()
                .statusCode(201)
                .extract()
                .path("requestId");
        ApiFuzz.of("order-service", service, 5870733434291212410L)
                .as(
                        Tokens.buyer(agency),
                        Tokens.buyer(agency),
                        Tokens.contractor(contractor),
                        Tokens.of("dgs-analyst"),
                        Tokens.of("auditor"),
                        Tokens.of("dgs-approver"),
                        Tokens.buyer(UUID.randomUUID()),
                        Tokens.of("agency-buyer"))
                .knowing("orderId", issued)
                .knowing("orderId", awaiting)
                .knowing("agencyId", agency)
                .knowing("contractorId", contractor)
                .knowing("number", 1)
                .knowing("requestId", requestId)
                .run();
    }
}
