package org.opencmas.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A request that no HTTP client would send is refused as the client's fault, not as the service's")
class RawRequestTest {
    @TestHTTPResource
    URI address;

    @Test
    void aRequestWithoutAHostIsABadRequest() throws IOException {
        String answer = answer("GET /probe/never-heard-of HTTP/1.1\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"type\":\"/problems/bad-request\"");
    }

    @Test
    void aPathAboveTheRootIsNotFound() throws IOException {
        String answer = answer("GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("\"type\":\"/problems/not-found\"");
    }

    private String answer(String request) throws IOException {
        try (Socket connection = new Socket(address.getHost(), address.getPort())) {
            connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
