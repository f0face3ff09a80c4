package org.opencmas.fees;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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

    @Inject
    Scene scene;

    @Test
    void everyOperationUnderThousandsOfCalls() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
        var order = scene.order(scene.agency("CITY"), number, "2026-08-03").issued("100000.00");
        ApiFuzz.of("fee-reporting-service", service, 2380600979261577713L)
                .as(
                        Tokens.contractor(contractor),
                        Tokens.contractor(contractor),
                        Tokens.of("dgs-analyst"),
                        Tokens.of("dgs-approver"),
                        Tokens.of("auditor"),
                        Tokens.buyer(UUID.randomUUID()),
                        Tokens.contractor(UUID.randomUUID()))
                .knowing("orderId", order.orderId)
                .knowing("contractorId", contractor)
                .knowing("number", number)
                .knowing("cmasNumber", number)
                .knowing("quarter", "2026-Q3")
                // Others' fees are worked out with the figures in force.
                .withoutEffectOf("activateFeeRate")
                .withoutEffectOf("activateReportDueRule")
                .run();
    }
}
