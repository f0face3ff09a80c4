package org.opencmas.testkit;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;

/** The port at which the service under test tells of its health and its metrics. */
public final class Management {
    private Management() {}

    /**
     * Asks without any token.
     *
     * @param path as {@code /q/health/ready}
     */
    public static Response get(String path) {
        return RestAssured.given()
                .get(URI.create(TestHTTPResourceManager.getManagementUri()).resolve(path));
    }
}
