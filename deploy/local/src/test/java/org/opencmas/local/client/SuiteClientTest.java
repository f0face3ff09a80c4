package org.opencmas.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.embedded.Loopback;
import org.opencmas.local.server.Endpoints;

class SuiteClientTest {
    private static final String TOKEN = "{\"access_token\":\"abc\"}";

    private final Deque<TokenAnswer> tokenAnswers = new ArrayDeque<>();
    private HttpServer server;

    private record TokenAnswer(int status, String body) {}

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(Loopback.ADDRESS), 0), 0);
        server.createContext("/realms/cmas/protocol/openid-connect/token", exchange -> {
            TokenAnswer next = tokenAnswers.pop();
            answer(exchange, next.status(), next.body());
        });
        server.createContext("/v1/orders", exchange -> answer(exchange, 200, "\"" + authorization(exchange) + "\""));
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    @DisplayName("While the identity provider's database is away, it knows no client: the walk waits for it")
    void waitsForAnIssuerThatKnowsNoClient() {
        tokenAnswers.addAll(List.of(
                new TokenAnswer(400, "{\"error\":\"unauthorized_client\"}"),
                new TokenAnswer(500, "{\"error\":\"unknown_error\"}"),
                new TokenAnswer(200, TOKEN)));

        Answer answer = client().get(Service.ORDER, "/v1/orders").as("erp-lodi").send();

        assertThat(answer.body().asText()).isEqualTo("Bearer abc");
    }

    @Test
    @DisplayName("A wrong secret is told at once")
    void tellsAWrongSecret() {
        tokenAnswers.add(new TokenAnswer(401, "{\"error\":\"unauthorized_client\"}"));

        assertThatThrownBy(() ->
                        client().get(Service.ORDER, "/v1/orders").as("erp-lodi").send())
                .hasMessageContaining("No token for erp-lodi: 401");
    }

    private SuiteClient client() {
        URI base = URI.create(
                "http://" + Loopback.ADDRESS + ":" + server.getAddress().getPort());
        return new SuiteClient(new Endpoints(base, base, base, base, base, URI.create(base + "/realms/cmas")));
    }

    private static String authorization(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("Authorization");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
