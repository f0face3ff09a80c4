package org.opencmas.registry;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.fuzz.ApiFuzz;

@QuarkusTest
@DisplayName("Every operation gives whatever is sent to it a clear answer that it declares")
class FuzzTest {
    @TestHTTPResource("/")
    URI service;

    @Test
    void everyOperationUnderThousandsOfCalls() {
        String contractor = Registry.contractor("Fuzzed Corp");
        String number = Registry.freshNumber();
        Registry.post("/v1/agreements", Registry.agreementBody(number, contractor))
                .then()
                .statusCode(201);
        Registry.importList(number, 0, "item_id,description,unit,unit_price\nA-1,Panel,each,10.00\n");
        ApiFuzz.of("contract-registry-service", service, 7011603396904692267L)
                .as(
                        Tokens.of("dgs-analyst"),
                        Tokens.of("dgs-analyst"),
                        Tokens.of("dgs-approver"),
                        Tokens.of("auditor"),
                        Tokens.contractor(contractor))
                .knowing("number", number)
                .knowing("cmasNumber", number)
                .knowing("agreement", number)
                .knowing("contractorId", contractor)
                .knowing("item", "A-1")
                .run();
    }
}
