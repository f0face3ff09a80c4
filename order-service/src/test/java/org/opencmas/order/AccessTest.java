package org.opencmas.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.access.AccessMatrix;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
class AccessTest {
    @TestHTTPResource("/")
    URI service;

    @Test
    void everyOperationIsOpenToThoseWhomTheTableNamesAndToNobodyElse() {
        UUID agency = Api.registeredAgency();
        String order = Api.order("PO-ACCESS", UUID.randomUUID(), Api.line("1", "3-26-01-1001", "2", "10.00"));
        AccessMatrix.of(service, Path.of("openapi.yaml"), Path.of("access.csv"))
                .foreign("agencyId", agency)
                .foreign("orderId", Api.issued(agency, order))
                .foreign("number", 1, 1)
                .run();
    }
}
