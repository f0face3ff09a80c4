package org.opencmas.registry;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.access.AccessMatrix;

@QuarkusTest
class AccessTest {
    @TestHTTPResource("/")
    URI service;

    /** The registry is public to read: no row of it belongs to a tenant. */
    @Test
    void everyOperationIsOpenToThoseWhomTheTableNamesAndToNobodyElse() {
        AccessMatrix.of(service, Path.of("openapi.yaml"), Path.of("access.csv")).run();
    }
}
