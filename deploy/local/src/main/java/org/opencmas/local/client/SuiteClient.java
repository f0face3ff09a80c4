package org.opencmas.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.opencmas.local.server.Endpoints;

/**
 * A client of the running suite. It asks the identity provider for tokens and repeats what may be repeated while a service is
 * away for a moment, as a careful ordering system would.
 */
public final class SuiteClient {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration TOKEN_LIFE_SHARE = Duration.ofSeconds(45);
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Endpoints endpoints;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    public SuiteClient(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    private record Token(String text, long gotAtNanos) {
        boolean isFresh() {
            return System.nanoTime() - gotAtNanos < TOKEN_LIFE_SHARE.toNanos();
        }
    }

    public Call get(Service service, String path) {
        return new Call(this, service, "GET", path);
    }

    public Call post(Service service, String path) {
        return new Call(this, service, "POST", path);
    }

    public Call put(Service service, String path) {
        return new Call(this, service, "PUT", path);
    }

    /** An empty JSON object to fill. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** The JSON of a text. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    Answer send(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        call.uri(call.service().baseUrl(endpoints)))
                .timeout(Duration.ofSeconds(60));
        call.headers().forEach(request::header);
        String body = call.body();
        request.method(call.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        String clientId = call.clientId();
        if (clientId != null) {
            request.header("Authorization", "Bearer " + token(clientId));
        }
        long start = System.nanoTime();
        AtomicInteger repeats = new AtomicInteger();
        HttpResponse<String> response =
                patiently(request.build(), call.isRepeatable(), answer -> AWAY.contains(answer.statusCode()), repeats);
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new Answer(response.statusCode(), response.headers(), bodyOf(response), millis, repeats.get());
    }

    private HttpResponse<String> patiently(
            HttpRequest request, boolean repeatable, Predicate<HttpResponse<String>> away, AtomicInteger repeats) {
        long end = System.nanoTime() + (repeatable ? PATIENCE.toNanos() : 0);
        while (true) {
            boolean last = System.nanoTime() >= end;
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                if (last || !away.test(response)) {
                    return response;
                }
            } catch (IOException unreachable) {
                if (last) {
                    throw new UncheckedIOException(
                            request.uri() + " does not answer: " + unreachable.getMessage(), unreachable);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while waiting for " + request.uri(), stopped);
            }
            pause(PAUSE);
            repeats.incrementAndGet();
        }
    }

    private String token(String clientId) {
        Token known = tokens.get(clientId);
        if (known != null && known.isFresh()) {
            return known.text();
        }
        String form = "grant_type=client_credentials&client_id=" + clientId + "&client_secret="
                + Endpoints.sampleSecret(clientId);
        HttpRequest request = HttpRequest.newBuilder(endpoints.tokenUrl())
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> response = patiently(request, true, SuiteClient::isIssuerAway, new AtomicInteger());
        JsonNode answer = bodyOf(response);
        if (response.statusCode() != 200) {
            throw new IllegalStateException("No token for " + clientId + ": " + response.statusCode() + " " + answer);
        }
        Token fresh = new Token(answer.path("access_token").asText(), System.nanoTime());
        tokens.put(clientId, fresh);
        return fresh.text();
    }

    /**
     * While its database is away or just back, Keycloak answers 500, or knows no client: 400 with {@code unauthorized_client}.
     * A wrong secret is another answer, 401.
     */
    private static boolean isIssuerAway(HttpResponse<String> answer) {
        return answer.statusCode() == 500
                || AWAY.contains(answer.statusCode())
                || (answer.statusCode() == 400
                        && bodyOf(answer).path("error").asText().equals("unauthorized_client"));
    }

    private static JsonNode bodyOf(HttpResponse<String> response) {
        @Nullable String text = response.body();
        if (text == null || text.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return JSON.getNodeFactory().textNode(text);
        }
    }

    /** Lets some time pass. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", stopped);
        }
    }
}
