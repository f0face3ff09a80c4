package org.opencmas.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@DisplayName(
        "With a key store the API answers over TLS, and only to whom it knows when certificates of clients are required")
class MutualTlsTest {
    @TestHTTPResource(value = "/v1/notes?limit=1", tls = true)
    URI notes;

    @Test
    void whoShowsAKnownCertificateIsAnswered() throws Exception {
        HttpResponse<String> answer = get(true);
        assertThat(notes.getScheme()).isEqualTo("https");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
    }

    @Test
    void whoShowsNoneIsNot() {
        assertThatThrownBy(() -> get(false)).isInstanceOf(IOException.class);
    }

    private HttpResponse<String> get(boolean withCertificate) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(TestCertificates.client(withCertificate))
                .build()) {
            return client.send(HttpRequest.newBuilder(notes).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
