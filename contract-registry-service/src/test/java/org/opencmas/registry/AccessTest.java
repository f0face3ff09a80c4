package org.opencmas.registry;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.access.AccessMatrix;

@QuarkusTest
class AccessTest {
    @TestHTTPResource("/")
    URI service;

    /** The registry is public to read but for name changes, which are their contractor's, and copies, which are their agency's. */
    @Test
    void everyOperationIsOpenToThoseWhomTheTableNamesAndToNobodyElse() {
        String contractor = Registry.contractor("Foreign To Everybody, Inc.");
        String nameChange = Registry.post("/v1/contractors/" + contractor + "/name-changes", """
                        {"newLegalName": "Foreign To All, Inc.", "legalChangeOn": "2026-01-05",
                         "evidence": [{"description": "Certificate of amendment"}]}""")
                .then()
                .statusCode(201)
                .extract()
                .path("caseId");
        AccessMatrix matrix = AccessMatrix.of(service, Path.of("openapi.yaml"), Path.of("access.csv"))
                .foreign("contractorId", contractor)
                .foreign("caseId", nameChange)
                .foreign("number", "4-26-99-9998", "4-26-99-9999")
                .emptyWithoutRows("listNameChanges")
                // Who is bound to its rows here names them in paths alone.
                .foreignFields(0, 0);
        matrix.run();
        matrix.runStripped(UUID.randomUUID(), UUID.fromString(contractor));
    }
}
